package io.github.tlsleak.agent.output.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

/** Too many sessions of one site. */
@Name("tlsleak.SessionGroup")
@Label("TLS Sessions of One Site")
@Description("Ever more sessions alive or retained, or many short ones to one peer")
final class JfrSessionGroup extends JfrGroupEvent {

    @Label("Sessions")
    @Description("Sessions that came and went; -1 if the verdict is on those that are alive")
    long sessions;

    @Label("Live Sessions")
    long live;

    @Label("Retained Sessions")
    @Description("Sessions closed or failed that are still reachable; -1 for other verdicts")
    long retained;

    @Label("Rate per Minute")
    @Description("Sessions a minute that came and went; -1 if the verdict is on those alive")
    long rate;

    @Label("Median Life")
    @Timespan(Timespan.MILLISECONDS)
    long medianLife;

    @Label("Resumed")
    @Description("How many of 100 sessions resumed an earlier one")
    long resumed;
}

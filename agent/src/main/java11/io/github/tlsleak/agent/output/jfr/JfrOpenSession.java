package io.github.tlsleak.agent.output.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Timespan;

/** The open sessions of one site. */
@Name("tlsleak.OpenSession")
@Label("Open TLS Sessions")
@Description("TLS sessions of one site that are open at this moment")
// a recording always ends with the list, however short it is
@Period("everyChunk")
final class JfrOpenSession extends JfrSiteEvent {

    @Label("Count")
    long count;

    @Label("Oldest Age")
    @Timespan(Timespan.MILLISECONDS)
    long oldestAge;

    @Label("Youngest Age")
    @Timespan(Timespan.MILLISECONDS)
    long youngestAge;
}

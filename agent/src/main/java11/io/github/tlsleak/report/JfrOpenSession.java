package io.github.tlsleak.report;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** The open sessions of one site. */
@Name("tlsleak.OpenSession")
@Label("Open TLS Sessions")
@Category("TLS Leaks")
@Description("TLS sessions of one site that are open at this moment")
// a recording always ends with the list, however short it is
@Period("everyChunk")
@Registered(false)
@StackTrace(false)
final class JfrOpenSession extends Event {

    @Label("Count")
    long count;

    @Label("Oldest Age")
    @Timespan(Timespan.MILLISECONDS)
    long oldestAge;

    @Label("Youngest Age")
    @Timespan(Timespan.MILLISECONDS)
    long youngestAge;

    @Label("Site")
    @Description("Fingerprint of the allocation stack, the same in every run")
    String site;

    @Label("Frame")
    @Description("First frame of the allocation stack that is the application's")
    String frame;

    @Label("Owner")
    @Description("application, library or jdk")
    String owner;

    @Label("Allocation Stack")
    String allocationStack;
}

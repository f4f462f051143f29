package io.github.tlsleak.report;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;

/** Too many contexts of one site. */
@Name("tlsleak.ContextChurn")
@Label("SSLContext Churn")
@Category("TLS Leaks")
@Description("An SSLContext for every connection, or ever more of them alive")
@Registered(false)
@StackTrace(false)
final class JfrContextChurn extends Event {

    @Label("Verdict")
    @Description("CONTEXT_CHURN or CONTEXT_HOARD")
    String verdict;

    @Label("Contexts")
    @Description("Contexts made at the site")
    long contexts;

    @Label("Sessions")
    @Description("Sessions of these contexts; -1 if not known")
    long sessions;

    @Label("Live Contexts")
    long live;

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

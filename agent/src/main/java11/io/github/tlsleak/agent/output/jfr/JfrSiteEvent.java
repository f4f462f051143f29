package io.github.tlsleak.agent.output.jfr;

import io.github.tlsleak.agent.site.Site;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * The fields that describe a site. The recorder puts them behind the fields of the event itself.
 */
@Category("TLS Leaks")
@Registered(false)
// that of the agent's thread would say nothing
@StackTrace(false)
abstract class JfrSiteEvent extends Event {

    @Label("Site")
    @Description("Fingerprint of the allocation stack, the same in every run")
    @Nullable String site;

    @Label("Frame")
    @Description("First frame of the application, else that of the code that called into TLS")
    @Nullable String frame;

    @Label("Owner")
    @Description("application, library or jdk")
    @Nullable String owner;

    @Label("Allocation Stack")
    @Nullable String allocationStack;

    /** Fills them. */
    final void of(Site where, @Nullable String stack) {
        site = where.fingerprint();
        frame = where.headline();
        owner = where.owner().json();
        allocationStack = stack;
    }
}

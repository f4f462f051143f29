package io.github.tlsleak.agent.output.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** Too many contexts of one site. */
@Name("tlsleak.ContextChurn")
@Label("SSLContext Churn")
@Description("An SSLContext for every connection, or ever more of them alive")
final class JfrContextChurn extends JfrSiteEvent {

    @Label("Verdict")
    @Description("CONTEXT_CHURN or CONTEXT_HOARD")
    @Nullable String verdict;

    @Label("Severity")
    @Nullable String severity;

    @Label("Contexts")
    @Description("Contexts made at the site")
    long contexts;

    @Label("Sessions")
    @Description("Sessions of these contexts; -1 if not known")
    long sessions;

    @Label("Live Contexts")
    long live;

    @Label("Suppressed By")
    @Description("The suppression rule that took it out")
    @Nullable String suppressedBy;
}

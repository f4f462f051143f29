package io.github.tlsleak.agent.output.log;

import io.github.tlsleak.agent.collect.ContextFinding;
import io.github.tlsleak.agent.output.SiteDescription;
import io.github.tlsleak.common.verdict.VerdictText;

/** Describes a churn or a hoard of contexts in words. Stateless, thread-safe. */
final class ContextText {

    private ContextText() {}

    /** The full report. */
    static String full(ContextFinding f) {
        StringBuilder text = new StringBuilder(512);
        text.append(f.verdict).append(": ").append(f.contexts).append(" SSLContexts from one site");
        text.append(f.sessions >= 0 ? ", " + f.sessions + " sessions" : "");
        text.append(", ").append(f.live).append(" alive");
        text.append("\n  site      ").append(SiteDescription.of(f.site));
        text.append("\n  why       ").append(VerdictText.why(f.verdict, f.resource));
        text.append("\n  fix       ").append(VerdictText.fix(f.verdict, f.resource));
        SiteDescription.stack(text, f.site);
        return text.toString();
    }
}

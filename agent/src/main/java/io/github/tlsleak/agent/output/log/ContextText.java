package io.github.tlsleak.agent.output.log;

import io.github.tlsleak.agent.output.SiteDescription;
import io.github.tlsleak.agent.site.Site;

/** Too many contexts, in words. Stateless. */
public final class ContextText {

    private ContextText() {}

    /** The verdict's name. */
    public static String verdict(boolean churn) {
        return churn ? "CONTEXT_CHURN" : "CONTEXT_HOARD";
    }

    /** The full report. */
    static String full(boolean churn, Site site, long contexts, long sessions, long live) {
        StringBuilder text = new StringBuilder(512);
        text.append(verdict(churn))
                .append(": ")
                .append(contexts)
                .append(" SSLContexts from one site");
        text.append(sessions >= 0 ? ", " + sessions + " sessions" : "");
        text.append(", ").append(live).append(" alive");
        text.append("\n  site      ").append(SiteDescription.of(site));
        text.append("\n  why       ");
        text.append(
                churn
                        ? "each context loads its trust store and has its own session cache: no session"
                                + " is ever resumed"
                        : "a context keeps its key and trust material and its session cache as long as"
                                + " it is reachable");
        text.append("\n  fix       make one SSLContext and share it");
        SiteDescription.stack(text, site);
        return text.toString();
    }
}

package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.verdict.Detail;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import io.github.tlsleak.common.verdict.VerdictText;

/** What a verdict means, why it matters and how to fix it. Immutable. */
public final class Explanation {

    private static final KnownBehaviours KNOWN = new KnownBehaviours();
    private static final String CHURN = "CONTEXT_CHURN";
    private static final String HOARD = "CONTEXT_HOARD";
    private static final String SHARE = "make one SSLContext and share it";

    /** What happened. */
    public final String what;

    /** Why it matters. */
    public final String why;

    /** How to fix it. */
    public final String fix;

    private Explanation(String what, String why, String fix) {
        this.what = what;
        this.why = why;
        this.fix = fix;
    }

    /** That of a verdict on a resource, both by name; null if either is not known here. */
    public static Explanation of(
            String verdictName, String resourceLabel, Detail detail, String closer) {
        Verdict verdict = verdict(verdictName);
        for (Resource resource : Resource.values()) {
            if (verdict != null && resource.label().equals(resourceLabel)) {
                return new Explanation(
                        resource.label()
                                + " "
                                + VerdictText.headline(verdict, resource, detail, closer),
                        VerdictText.why(verdict, resource, detail),
                        VerdictText.fix(verdict, resource, detail));
            }
        }
        return null;
    }

    /** That of too many contexts, by the verdict's name; null if it is not known here. */
    public static Explanation ofContexts(String verdict) {
        if (CHURN.equals(verdict)) {
            return new Explanation(
                    "ever new SSLContexts, hardly used",
                    "each context loads its trust store and has its own session cache: no session"
                            + " is ever resumed",
                    SHARE);
        }
        if (HOARD.equals(verdict)) {
            return new Explanation(
                    "ever more SSLContexts alive",
                    "a context keeps its key and trust material and its session cache as long as"
                            + " it is reachable",
                    SHARE);
        }
        return null;
    }

    /** A known behaviour by its id, or null. */
    public static KnownBehaviours.Rule known(String id) {
        for (KnownBehaviours.Rule rule : KNOWN.rules()) {
            if (rule.id().equals(id)) {
                return rule;
            }
        }
        return null;
    }

    /** A verdict by its name, or null. */
    public static Verdict verdict(String name) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(name)) {
                return verdict;
            }
        }
        return null;
    }
}

package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.common.rules.Fixes;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.verdict.Detail;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import io.github.tlsleak.common.verdict.VerdictText;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a verdict means, why it matters and how to fix it. Immutable. */
public final class Explanation {

    private static final KnownBehaviours KNOWN = new KnownBehaviours();

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

    /**
     * That of a verdict on a resource, both by name; null if either is not known here.
     *
     * @param holders frames of the code that holds the session, see {@link Fixes#holders}
     */
    public static @Nullable Explanation of(
            @Nullable String verdictName,
            @Nullable String resourceLabel,
            @Nullable Detail detail,
            @Nullable String closer,
            List<String> holders) {
        Verdict verdict = verdict(verdictName);
        for (Resource resource : Resource.values()) {
            if (verdict != null && resource.label().equals(resourceLabel)) {
                String what = VerdictText.what(verdict, resource, detail, closer);
                return new Explanation(
                        verdict.isOnContexts() ? what : resource.label() + " " + what,
                        VerdictText.why(verdict, resource, detail),
                        Fixes.of(verdict, resource, detail, holders));
            }
        }
        return null;
    }

    /** That of a verdict that a site has; null if this version does not know the verdict. */
    static @Nullable Explanation of(SiteFindings findings, String verdict) {
        TopCounts roles = findings.roles;
        // who accepts a connection holds it itself
        boolean server =
                !roles.isEmpty() && ReportSchema.SERVER.equals(roles.byCount().get(0).name);
        return of(
                verdict,
                findings.site().resource(),
                findings.details().get(verdict),
                findings.words().get(FirstWord.CLOSER),
                server ? Collections.<String>emptyList() : findings.site().holders());
    }

    /** A known behaviour by its id. */
    public static KnownBehaviours.@Nullable Rule known(@Nullable String id) {
        for (KnownBehaviours.Rule rule : KNOWN.rules()) {
            if (rule.id().equals(id)) {
                return rule;
            }
        }
        return null;
    }

    /** A verdict by its name. */
    public static @Nullable Verdict verdict(@Nullable String name) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(name)) {
                return verdict;
            }
        }
        return null;
    }
}

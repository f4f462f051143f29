package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.common.rules.Baseline;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sites are new: those that a baseline does not have, or else an earlier report. Used by one
 * thread.
 */
public final class NewSites {

    private final Set<String> names = new HashSet<>();
    private @Nullable Baseline baseline;
    private @Nullable Analysis earlier;

    void accept(Baseline accepted) {
        baseline = accepted;
    }

    /** Takes an earlier report. */
    public void against(Analysis report) {
        earlier = report;
        for (SiteFindings findings : report.sites().byCost()) {
            if (findings.worst() != Grade.KNOWN) {
                names.addAll(findings.site().names());
            }
        }
    }

    @Nullable Baseline baseline() {
        return baseline;
    }

    /** The earlier report, or null if none was given. */
    public @Nullable Analysis earlier() {
        return earlier;
    }

    /** Whether it is known which sites are new. */
    public boolean areKnown() {
        return baseline != null || earlier != null;
    }

    boolean isNew(SiteFindings findings) {
        if (!areKnown() || findings.worst() == Grade.KNOWN) {
            return false;
        }
        return baseline != null
                ? !baseline.acceptsAny(findings.site().names())
                : findings.site().names().stream().noneMatch(names::contains);
    }
}

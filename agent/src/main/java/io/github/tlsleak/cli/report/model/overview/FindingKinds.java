package io.github.tlsleak.cli.report.model.overview;

import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the findings of some sites are on. Stateless. */
final class FindingKinds {

    /** Verdicts on what was alive. */
    private static final Set<Verdict> LIVING =
            EnumSet.of(
                    Verdict.STUCK,
                    Verdict.PEER_CLOSED,
                    Verdict.CLOSE_BLOCKED,
                    Verdict.OPEN,
                    Verdict.RETAINED,
                    Verdict.SESSION_HOARD,
                    Verdict.CONTEXT_HOARD,
                    Verdict.CACHE_HOARD);

    /** Verdicts on many sessions, of which each finding is one. */
    private static final Set<Verdict> ON_MANY =
            EnumSet.of(Verdict.SESSION_HOARD, Verdict.SESSION_CHURN);

    private FindingKinds() {}

    /** Whether all findings but known behaviours are on what was alive. */
    static boolean areLiving(List<SiteFindings> sites) {
        for (SiteFindings findings : sites) {
            if (!isAlive(findings) && !LIVING.containsAll(verdicts(findings))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlive(SiteFindings findings) {
        return findings.alive() >= findings.sum() - findings.count(Grade.KNOWN);
    }

    /** Whether all findings are on contexts. */
    static boolean areOnContexts(List<SiteFindings> sites) {
        for (SiteFindings findings : sites) {
            for (Verdict verdict : verdicts(findings)) {
                if (verdict == null || !verdict.isOnContexts()) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Whether each finding is on a session of its own. One that was found alive may have been found
     * once more later.
     */
    static boolean areSessions(List<SiteFindings> sites) {
        for (SiteFindings findings : sites) {
            String resource = findings.site().resource();
            boolean session =
                    Resource.SSL_SOCKET.label().equals(resource)
                            || Resource.SSL_ENGINE.label().equals(resource);
            boolean once = findings.alive() == 0 || isAlive(findings);
            if (!session || !once || verdicts(findings).stream().anyMatch(FindingKinds::isOnMany)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOnMany(@Nullable Verdict verdict) {
        return verdict != null && (verdict.isOnContexts() || ON_MANY.contains(verdict));
    }

    /** The verdicts of a site; null stands for one that this version does not know. */
    private static List<@Nullable Verdict> verdicts(SiteFindings findings) {
        List<@Nullable Verdict> verdicts = new ArrayList<>();
        findings.verdicts.forEach(
                (grade, counts) -> {
                    if (grade != Grade.KNOWN) {
                        for (TopCounts.Entry entry : counts.byCount()) {
                            verdicts.add(Explanation.verdict(entry.name));
                        }
                    }
                });
        return verdicts;
    }
}

package io.github.tlsleak.agent.output.otlp;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.verdict.Severity;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides which findings are sent: the first one of a kind at a site, and those at 10, 100, 1 000
 * and so on. Used by the collector's thread only.
 */
final class FindingSteps {

    /** Findings by site and kind. */
    private final Map<Site, Map<Integer, Long>> counts = new HashMap<>();

    /**
     * Counts a finding.
     *
     * @return how many of its kind its site has if it is to be sent; 0 if not
     */
    long step(Finding finding) {
        if (finding.suppressedBy != null || finding.site.isAccepted()) {
            return 0;
        }
        Map<Integer, Long> ofSite = counts.computeIfAbsent(finding.site, site -> new HashMap<>());
        long count = ofSite.merge(kind(finding), 1L, Long::sum);
        return !(finding instanceof SessionFinding) || isStep(count) ? count : 0;
    }

    /** Findings of one site are of one kind if a reader would take them for the same. */
    private static int kind(Finding finding) {
        int verdict = finding.verdict.ordinal() * Severity.values().length;
        return (verdict + finding.severity.ordinal()) * 2 + (isAlive(finding) ? 1 : 0);
    }

    private static boolean isAlive(Finding finding) {
        return finding instanceof GroupFinding || ((SessionFinding) finding).alive != null;
    }

    private static boolean isStep(long count) {
        long power = 1;
        while (power < count) {
            power *= 10;
        }
        return power == count;
    }
}

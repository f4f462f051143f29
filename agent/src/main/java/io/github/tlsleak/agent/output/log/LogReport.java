package io.github.tlsleak.agent.output.log;

import io.github.tlsleak.agent.collect.ContextFinding;
import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.SiteDescription;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.text.Durations;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Reports findings in the log: the first one of a site in full, later ones at 10, 100, 1 000 and so
 * on. Sites that the baseline accepts are left out. Used by the collector's thread only.
 */
public final class LogReport implements FindingListener {

    private final AgentLog log;
    private final Map<Site, Map<Verdict, Long>> ended = new HashMap<>();
    private final Map<Site, Long> open = new HashMap<>();
    private long number;

    /**
     * @param log where to write
     */
    public LogReport(AgentLog log) {
        this.log = log;
    }

    @Override
    public void found(Finding finding) {
        if (finding.suppressedBy != null || finding.site.isAccepted()) {
            return;
        }
        // the class that is rehearsed comes first: no other one is loaded where memory is short
        if (!(finding instanceof SessionFinding)) {
            log.warn(ContextText.full((ContextFinding) finding));
        } else if (finding.verdict == Verdict.OPEN) {
            foundOpen((SessionFinding) finding);
        } else if (finding.severity != Severity.NOTICE) {
            foundEnded((SessionFinding) finding);
        }
    }

    private void foundEnded(SessionFinding finding) {
        // findings of this site and verdict; suppressed ones and notices are not counted
        Map<Verdict, Long> ofSite =
                ended.computeIfAbsent(finding.site, site -> new EnumMap<>(Verdict.class));
        long count = ofSite.getOrDefault(finding.verdict, 0L) + 1;
        if (count == 1) {
            log.warn(LeakText.full(finding, number + 1));
        } else if (isPowerOfTen(count)) {
            log.warn(LeakText.again(finding, count));
        }
        // comes last: if memory runs out before, this finding is reported again
        ofSite.put(finding.verdict, count);
        number++;
    }

    private void foundOpen(SessionFinding finding) {
        long count = open.merge(finding.site, 1L, Long::sum);
        if (count == 1) {
            log.info(LeakText.open(finding));
        } else if (isPowerOfTen(count)) {
            log.info(
                    count
                            + " sessions of site "
                            + SiteDescription.of(finding.site)
                            + " were open too long");
        }
    }

    @Override
    public void reclosed(SessionFinding finding) {
        if (finding.site.isAccepted()) {
            return;
        }
        log.info(
                finding.resource.label()
                        + LeakText.peer(finding)
                        + " of site "
                        + SiteDescription.of(finding.site)
                        + " was closed after all, after "
                        + Durations.seconds(finding.lifetimeMillis()));
    }

    @Override
    public void rehearse(SessionFinding finding) {
        log.prepare();
        log.rehearse(LeakText.full(finding, 0) + LeakText.again(finding, 0));
    }

    @Override
    public void tick() {}

    private static boolean isPowerOfTen(long count) {
        long power = 10;
        while (power < count) {
            power *= 10;
        }
        return power == count;
    }
}

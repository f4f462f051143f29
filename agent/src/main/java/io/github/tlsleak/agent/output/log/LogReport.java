package io.github.tlsleak.agent.output.log;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.SiteDescription;
import io.github.tlsleak.agent.process.ProcessInfo;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.rules.WhoHolds;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.HashMap;
import java.util.Map;

/**
 * Reports findings in the log: the first one of a site in full, the first on each other line of it
 * in one line, later ones at 10, 100, 1 000 and so on. Sites that the baseline accepts are left
 * out. Used by the collector's thread only.
 */
public final class LogReport implements FindingListener {

    private final AgentLog log;

    /** Findings by site and kind; suppressed ones and notices on what has ended do not count. */
    private final Map<Site, Map<Integer, Long>> told = new HashMap<>();

    /** The same of those that are over. */
    private final Map<Site, Map<Integer, Long>> over = new HashMap<>();

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
            foundMany((GroupFinding) finding);
        } else if (finding.verdict == Verdict.OPEN) {
            foundOpen((SessionFinding) finding);
        } else if (finding.severity != Severity.NOTICE) {
            foundBad((SessionFinding) finding);
        } else if (((SessionFinding) finding).alive != null) {
            foundNotice((SessionFinding) finding);
        }
    }

    private void foundMany(GroupFinding finding) {
        if (finding.phase == GroupFinding.Phase.NEW) {
            warn(GroupText.full(finding) + whoHolds(finding.verdict, true), finding);
        } else if (finding.phase == GroupFinding.Phase.AGAIN) {
            warn(GroupText.again(finding), finding);
        } else {
            JsonLog json = log.json();
            String text = GroupText.over(finding);
            if (json == null) {
                log.info(text);
            } else {
                log.line(json.finding("INFO", text, finding));
            }
        }
    }

    private void warn(String text, GroupFinding finding) {
        JsonLog json = log.json();
        if (json == null) {
            log.warn(text);
        } else {
            log.line(json.finding("WARN", text, finding));
        }
    }

    private void warn(String text, SessionFinding finding, long count) {
        JsonLog json = log.json();
        if (json == null) {
            log.warn(text);
        } else {
            log.line(json.finding("WARN", text, finding, count));
        }
    }

    private void info(String text, SessionFinding finding, long count) {
        JsonLog json = log.json();
        if (json == null) {
            log.info(text);
        } else {
            log.line(json.finding("INFO", text, finding, count));
        }
    }

    private void foundBad(SessionFinding finding) {
        long count = before(told, finding) + 1;
        if (count == 1) {
            warn(LeakText.full(finding, number + 1) + whoHolds(finding), finding, count);
        } else if (isAtAnotherLine(finding)) {
            warn(LeakText.anotherLine(finding), finding, count);
        } else if (isPowerOfTen(count)) {
            warn(LeakText.again(finding, count), finding, count);
        }
        // comes last: if memory runs out before, this finding is reported again
        count(told, finding, count);
        number++;
    }

    private static String whoHolds(SessionFinding finding) {
        return whoHolds(finding.verdict, finding.alive != null);
    }

    /** The last line of a finding on what is alive; empty for others. */
    private static String whoHolds(Verdict verdict, boolean alive) {
        String line = WhoHolds.isAsked(verdict, alive) ? WhoHolds.line(ProcessInfo.pid()) : null;
        return line == null ? "" : "\n  " + line;
    }

    private static boolean isAtAnotherLine(SessionFinding finding) {
        CallStack blamed = finding.blamed();
        return blamed.site(finding.resource).isAnotherLine(blamed);
    }

    private void foundNotice(SessionFinding finding) {
        long count = before(told, finding) + 1;
        if (count == 1) {
            info(LeakText.full(finding, 0) + whoHolds(finding), finding, count);
        } else if (isPowerOfTen(count)) {
            info(LeakText.again(finding, count), finding, count);
        }
        count(told, finding, count);
    }

    private static long before(Map<Site, Map<Integer, Long>> counts, SessionFinding finding) {
        return counts.computeIfAbsent(finding.site, site -> new HashMap<>())
                .getOrDefault(kind(finding), 0L);
    }

    private static void count(
            Map<Site, Map<Integer, Long>> counts, SessionFinding finding, long count) {
        counts.computeIfAbsent(finding.site, site -> new HashMap<>()).put(kind(finding), count);
    }

    /** Findings of one site are of one kind if a reader would take them for the same. */
    private static int kind(SessionFinding finding) {
        int verdict = finding.verdict.ordinal() * Severity.values().length;
        return (verdict + finding.severity.ordinal()) * 2 + (finding.alive == null ? 0 : 1);
    }

    private void foundOpen(SessionFinding finding) {
        long count = before(told, finding) + 1;
        count(told, finding, count);
        if (count == 1) {
            info(LeakText.open(finding) + whoHolds(finding), finding, count);
        } else if (isPowerOfTen(count)) {
            String site = SiteDescription.of(finding.site);
            info(count + " sessions of site " + site + " were open too long", finding, count);
        }
    }

    @Override
    public void over(SessionFinding finding) {
        if (finding.suppressedBy != null || finding.site.isAccepted()) {
            return;
        }
        long count = before(over, finding) + 1;
        count(over, finding, count);
        if (count == 1 || isPowerOfTen(count)) {
            info(LeakText.over(finding, count), finding, count);
        }
    }

    @Override
    public void rehearse(SessionFinding finding) {
        log.prepare();
        String text =
                LeakText.full(finding, 0)
                        + LeakText.again(finding, 0)
                        + whoHolds(Verdict.STUCK, true);
        JsonLog json = log.json();
        log.rehearse(json == null ? text : json.finding("WARN", text, finding, 0));
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

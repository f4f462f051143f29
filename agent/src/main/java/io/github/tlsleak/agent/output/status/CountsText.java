package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.agent.track.SessionBalance;
import io.github.tlsleak.agent.track.Totals;
import io.github.tlsleak.common.text.PlainText;
import io.github.tlsleak.common.verdict.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The counts of a run in words, for summary, status and dump. Stateless. */
final class CountsText {

    private CountsText() {}

    /** All counts: {@code 6 sessions, 1 closed, 1 open; 3 leaks, 1 defect, 0 notices}. */
    static String all(TrackingState s) {
        Snapshot now = s.now;
        Totals totals = s.totals;
        return PlainText.count(now.balance.sessions, "session")
                + ", "
                + now.closed
                + " closed, "
                + now.open
                + " open; "
                + PlainText.count(totals.count(Severity.LEAK), "leak")
                + ", "
                + PlainText.count(totals.count(Severity.DEFECT), "defect")
                + ", "
                + PlainText.count(totals.count(Severity.NOTICE), "notice")
                + (totals.knownFindings() == 0
                        ? ""
                        : ", " + PlainText.count(totals.knownFindings(), "known behaviour"));
    }

    /** The balance of sessions in one line; no line if there was no session. */
    static List<String> sums(TrackingState s) {
        SessionBalance balance = s.now.balance;
        boolean any = balance.sessions > 0 || balance.serverSockets > 0;
        return any
                ? Collections.singletonList(BalanceText.text(balance))
                : Collections.<String>emptyList();
    }

    /**
     * Lines about accepted, suppressed and known findings, and about sessions that the counts leave
     * out. Often there are none.
     */
    static List<String> remarks(TrackingState s) {
        List<String> lines = new ArrayList<>();
        String baseline = BaselineCounts.of(s.sites).text();
        if (baseline != null) {
            lines.add(baseline);
        }
        for (Map.Entry<String, Long> rule : s.suppressions.used().entrySet()) {
            lines.add(rule.getValue() + " suppressed by " + rule.getKey());
        }
        for (String rule : s.suppressions.unused()) {
            lines.add("suppression never used: " + rule);
        }
        lines.addAll(KnownCounts.lines(s.totals.known()));
        if (s.sites.dropped() > 0) {
            lines.add(
                    PlainText.count(s.sites.dropped(), "session")
                            + " beyond "
                            + SiteTable.MAX_SITES
                            + " sites not told apart");
        }
        if (s.totals.untracked() > 0) {
            lines.add(
                    PlainText.count(s.totals.untracked(), "session")
                            + " not followed: the collector was blocked; does nobody read the log?");
        }
        return lines;
    }

    /** The errors: {@code 2 errors of the agent, first: ...}. */
    static String errors(long errors, @Nullable String first) {
        return PlainText.count(errors, "error") + " of the agent, first: " + first;
    }
}

package io.github.tlsleak.agent.output.jfr;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.common.verdict.Figure;
import java.util.Map;
import jdk.jfr.Description;
import jdk.jfr.Label;
import org.jspecify.annotations.Nullable;

/** The fields of an event on many objects of a site. A number that is not known is -1. */
abstract class JfrGroupEvent extends JfrSiteEvent {

    @Label("Verdict")
    @Nullable String verdict;

    @Label("Severity")
    @Nullable String severity;

    @Label("Phase")
    @Description("NEW, AGAIN if it was reported before, OVER if it is over")
    @Nullable String phase;

    @Label("Growth per Minute")
    @Description("How many more there are each minute; 0 if it is less than one")
    long perMinute;

    @Label("Peers")
    @Description("The peers with the most sessions, and how many")
    @Nullable String peers;

    @Label("Suppressed By")
    @Description("The suppression rule that took it out")
    @Nullable String suppressedBy;

    /** Fills them. */
    final void of(GroupFinding finding, @Nullable String stack) {
        verdict = finding.verdict.name();
        severity = finding.severity.label();
        phase = finding.phase.name();
        perMinute =
                finding.figures.containsKey(Figure.PER_HOUR)
                        ? 0
                        : finding.figure(Figure.PER_MINUTE);
        peers = peers(finding.peers);
        suppressedBy = finding.suppressedBy;
        of(finding.site, stack);
    }

    private static @Nullable String peers(Map<String, Long> peers) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Long> peer : peers.entrySet()) {
            text.append(text.length() == 0 ? "" : ", ").append(peer.getKey());
            text.append(" (").append(peer.getValue()).append(')');
        }
        return text.length() == 0 ? null : text.toString();
    }
}

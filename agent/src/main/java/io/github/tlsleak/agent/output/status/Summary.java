package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.output.SiteDescription;
import io.github.tlsleak.agent.track.Totals;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.schema.SummaryFields;
import io.github.tlsleak.common.text.Durations;
import io.github.tlsleak.common.verdict.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The summary at exit, for the log and as a JSON line. Immutable. */
public final class Summary {

    private static final int SITES_SHOWN = 20;

    private final TrackingState standing;
    private final long errors;
    private final @Nullable String firstError;
    private final List<String> covered;

    /**
     * @param standing the findings and counts
     * @param errors errors of the agent
     * @param firstError the first of them
     * @param covered names of the classes that carry hooks
     */
    public Summary(
            TrackingState standing,
            long errors,
            @Nullable String firstError,
            List<String> covered) {
        this.standing = standing;
        this.errors = errors;
        this.firstError = firstError;
        this.covered = covered;
    }

    /** Whether there was neither a session nor an error. */
    public boolean isEmpty() {
        return standing.totals.created() == 0 && errors == 0;
    }

    /**
     * Writes the summary for the log.
     *
     * @param openToo whether to list sessions that are still open
     * @return several lines
     */
    public String text(boolean openToo) {
        StringBuilder text = new StringBuilder(1024);
        text.append("summary: ").append(CountsText.all(standing));
        for (String sum : CountsText.sums(standing)) {
            text.append("\n  ").append(sum);
        }
        List<SiteCounts> found = SiteCounts.of(standing.sites);
        for (SiteCounts f : found.subList(0, Math.min(SITES_SHOWN, found.size()))) {
            text.append("\n  ").append(f.text());
        }
        if (openToo) {
            open(text);
        }
        for (String remark : CountsText.remarks(standing)) {
            text.append("\n  ").append(remark);
        }
        for (String limit : new CoveredProviders(covered).limits()) {
            text.append("\n  not exact: ").append(limit);
        }
        for (String limit : OtherTransports.limits(standing.totals)) {
            text.append("\n  not exact: ").append(limit);
        }
        if (errors > 0) {
            text.append("\n  ").append(CountsText.errors(errors, firstError));
        }
        return text.toString();
    }

    private void open(StringBuilder text) {
        int shown = 0;
        for (Snapshot.OpenSite site : standing.now.openSites) {
            if (shown++ == SITES_SHOWN) {
                text.append("\n  and more sites with open sessions");
                return;
            }
            text.append("\n  ").append(site.sessions).append(" still open, oldest ");
            text.append(Durations.seconds(site.oldestMillis)).append(", at ");
            text.append(SiteDescription.of(site.site));
        }
    }

    /** Writes the summary as a JSON line. */
    public JsonLine json() {
        Snapshot now = standing.now;
        Totals totals = standing.totals;
        JsonLine line = JsonLine.ofType(ReportSchema.SUMMARY);
        BalanceText.put(line, now);
        line.putCounts(SummaryFields.LEAKS, SiteCounts.names(totals.leaks()));
        line.put(SummaryFields.DEFECTS, totals.count(Severity.DEFECT));
        line.put(SummaryFields.NOTICES, totals.count(Severity.NOTICE));
        line.put(ReportSchema.KNOWN, totals.knownFindings());
        line.put(SummaryFields.SUPPRESSED, totals.suppressed());
        line.putCounts(SummaryFields.VERDICTS, SiteCounts.names(now.verdicts));
        line.putArray(SummaryFields.UNUSED_SUPPRESSIONS, standing.suppressions.unused());
        line.putRaw(SummaryFields.KNOWN_BEHAVIOURS, KnownCounts.json(standing.totals.known()));
        line.putCounts(SummaryFields.BASELINE, BaselineCounts.of(standing.sites).json());
        line.put(SummaryFields.AGENT_ERRORS, errors).put(SummaryFields.FIRST_ERROR, firstError);
        return line;
    }
}

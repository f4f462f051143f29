package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import org.jspecify.annotations.Nullable;

/** The last summary of a JVM. Used by one thread. */
public final class JvmSummary {

    private final SessionBalanceSum sessions = new SessionBalanceSum();
    private boolean known;
    private long time = ReportTimes.UNKNOWN;
    private @Nullable String firstError;
    private long agentErrors;

    /** Takes a line of type summary. The last one counts. */
    void take(ReportLine line) {
        known = true;
        sessions.take(line);
        agentErrors = line.number(Field.AGENT_ERRORS, 0);
        time = line.time(Field.TIME);
        firstError = line.text(Field.FIRST_ERROR);
    }

    /** Puts it into a row. */
    void save(Row row) {
        if (known) {
            row.putUnless(RowField.SUMMARY, time, ReportTimes.UNKNOWN);
            sessions.save(row);
            row.putIfAny(RowField.AGENT_ERRORS, agentErrors);
            row.put(RowField.FIRST_ERROR, firstError);
        }
    }

    /** Takes the summary of a row, unless it is older. */
    void load(Row row) {
        long other = row.number(RowField.SUMMARY, ReportTimes.UNKNOWN);
        if (row.has(RowField.CREATED) && (!known || other >= time)) {
            known = true;
            time = other;
            sessions.load(row);
            agentErrors = row.count(RowField.AGENT_ERRORS);
            firstError = row.text(RowField.FIRST_ERROR);
        }
    }

    /** Whether there is one. */
    public boolean isKnown() {
        return known;
    }

    /** The sessions, as it counts them. */
    public SessionBalanceSum sessions() {
        return sessions;
    }

    /** Errors of the agent. */
    public long agentErrors() {
        return agentErrors;
    }

    /** Its time in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public long time() {
        return time;
    }

    /** The first error of the agent. */
    public @Nullable String firstError() {
        return firstError;
    }
}

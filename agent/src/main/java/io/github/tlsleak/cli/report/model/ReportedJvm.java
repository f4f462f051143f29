package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JVM that wrote lines of the reports. Used by one thread. */
public final class ReportedJvm {

    /** Texts of its meta line, by field. */
    private final Map<Field, String> texts = new EnumMap<>(Field.class);

    private final SessionBalanceSum sessions = new SessionBalanceSum();

    private final Map<Grade, Long> counts = new EnumMap<>(Grade.class);
    private final int index;
    private boolean known;
    private boolean summed;
    private boolean ended;
    private long pid = -1;
    private long started = ReportTimes.UNKNOWN;
    private long summaryTime = ReportTimes.UNKNOWN;
    private @Nullable String firstError;
    private long agentErrors;
    private long suppressed;

    ReportedJvm(int index) {
        this.index = index;
    }

    /** Takes a line of type meta. */
    void describe(ReportLine line) {
        known = true;
        pid = line.number(Field.PID, -1);
        started = line.time(Field.STARTED);
        Field[] fields = {
            Field.RUN,
            Field.HOST,
            Field.MAIN,
            Field.JVM,
            Field.JAVA,
            Field.AGENT,
            Field.MODE,
            Field.OPTIONS
        };
        for (Field field : fields) {
            if (line.text(field) != null) {
                texts.put(field, line.text(field));
            }
        }
    }

    /** Takes a line of type summary. The last one counts. */
    void summary(ReportLine line) {
        summed = true;
        ended |= line.has(Field.AT_EXIT);
        sessions.take(line);
        agentErrors = line.number(Field.AGENT_ERRORS, 0);
        summaryTime = line.time(Field.TIME);
        firstError = line.text(Field.FIRST_ERROR);
    }

    /** Takes the line of a session that was open when the JVM ended. */
    void openAtExit() {
        ended = true;
    }

    /** Counts a finding. */
    void add(Grade grade) {
        Long before = counts.get(grade);
        counts.put(grade, before == null ? 1 : before + 1);
    }

    /** Counts a finding that a suppression rule took out. */
    void addSuppressed() {
        suppressed++;
    }

    /** Number of findings of a grade. */
    public long count(Grade grade) {
        Long count = counts.get(grade);
        return count == null ? 0 : count;
    }

    public long suppressed() {
        return suppressed;
    }

    /** Its index in the order of the reports, from 0. */
    public int index() {
        return index;
    }

    /** Whether its meta line was read. */
    public boolean isKnown() {
        return known;
    }

    /** A text of its meta line. */
    public @Nullable String text(Field field) {
        return texts.get(field);
    }

    /** The process id; negative if not known. */
    public long pid() {
        return pid;
    }

    /** Start of the agent in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public long started() {
        return started;
    }

    /** Whether it wrote a summary. If not, it is still running or was killed. */
    public boolean hasSummary() {
        return summed;
    }

    /** Whether the report says that it has ended; a JVM that was killed could not write it. */
    public boolean hasEnded() {
        return ended;
    }

    /** The sessions, as its last summary counts them. */
    public SessionBalanceSum sessions() {
        return sessions;
    }

    /** Errors of the agent, as its last summary counts them. */
    public long agentErrors() {
        return agentErrors;
    }

    /** Time of its last summary in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public long summaryTime() {
        return summaryTime;
    }

    /** The first error of the agent. */
    public @Nullable String firstError() {
        return firstError;
    }
}

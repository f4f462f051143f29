package io.github.tlsleak.analysis;

import java.util.EnumMap;
import java.util.Map;

/** One JVM that wrote into the reports. Used by one thread. */
final class Jvm {

    /** What it says of itself, by field; absent if it does not. */
    private final Map<Field, String> texts = new EnumMap<>(Field.class);

    private final SessionSum sessions = new SessionSum();

    private final Map<Grade, Long> counts = new EnumMap<>(Grade.class);
    private final int index;
    private boolean known;
    private boolean summed;
    private long pid = -1;
    private long started = Times.UNKNOWN;
    private long summaryTime = Times.UNKNOWN;
    private String firstError;
    private long agentErrors;
    private long suppressed;

    Jvm(int index) {
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

    /** Takes a line of type summary; the last counts. */
    void summary(ReportLine line) {
        summed = true;
        sessions.take(line);
        agentErrors = line.number(Field.AGENT_ERRORS, 0);
        summaryTime = line.time(Field.TIME);
        firstError = line.text(Field.FIRST_ERROR);
    }

    /** Counts a finding. */
    void add(Grade grade) {
        Long before = counts.get(grade);
        counts.put(grade, before == null ? 1 : before + 1);
    }

    /** Counts a finding that a rule took out. */
    void addSuppressed() {
        suppressed++;
    }

    /** Findings of a grade. */
    long count(Grade grade) {
        Long count = counts.get(grade);
        return count == null ? 0 : count;
    }

    long suppressed() {
        return suppressed;
    }

    /** Its place in the order of the reports. */
    int index() {
        return index;
    }

    /** Whether it said anything of itself. */
    boolean isKnown() {
        return known;
    }

    /** What it says of itself, or null. */
    String text(Field field) {
        return texts.get(field);
    }

    /** Negative if not known. */
    long pid() {
        return pid;
    }

    /** In milliseconds since 1970, or {@link Times#UNKNOWN}. */
    long started() {
        return started;
    }

    /** Whether it wrote a summary: if not, it is still running or was killed. */
    boolean hasSummary() {
        return summed;
    }

    /** What its last summary says of its sessions. */
    SessionSum sessions() {
        return sessions;
    }

    /** Errors of the agent, as its last summary counts them. */
    long agentErrors() {
        return agentErrors;
    }

    /** In milliseconds since 1970, or {@link Times#UNKNOWN}. */
    long summaryTime() {
        return summaryTime;
    }

    /** The first error of the agent, or null. */
    String firstError() {
        return firstError;
    }
}

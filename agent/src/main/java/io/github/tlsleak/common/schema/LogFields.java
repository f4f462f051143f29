package io.github.tlsleak.common.schema;

/**
 * The fields that only the lines of a log in JSON have; the others are those of the report.
 * Stateless.
 */
public final class LogFields {

    /** Text: {@code INFO}, {@code WARN} or {@code ERROR}. */
    public static final String LEVEL = "level";

    /** Text: what the text of the log says; of a finding its first line. */
    public static final String MESSAGE = "message";

    /** Text: host and port of the peer, {@code db.internal:5432}. */
    public static final String PEER = "peer";

    /** Text: why the verdict is a fault. */
    public static final String WHY = "why";

    /** Text: what to do. */
    public static final String FIX = "fix";

    /** Text: frames, one a line, innermost first. */
    public static final String STACK = "stack";

    /** The same of where the session was closed. */
    public static final String CLOSING_STACK = "closingStack";

    /** The same of the thread that hangs inside the session. */
    public static final String HANGING_STACK = "hangingStack";

    /** Object: the fields of a line of type {@link ReportSchema#SUMMARY}. */
    public static final String SUMMARY = "summary";

    private LogFields() {}
}

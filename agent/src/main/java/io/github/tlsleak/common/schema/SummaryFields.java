package io.github.tlsleak.common.schema;

/**
 * The fields that only lines of type {@link ReportSchema#SUMMARY} and the reply to {@code dump
 * --format json} have. Stateless.
 *
 * <p>{@link ReportSchema#SESSIONS} = {@link #CLOSED} + the numbers of {@link #ENDED} + {@link
 * #OPEN} + {@link #NOT_USED_YET} + {@link #AWAITING_VERDICT} + {@link #NOT_JUDGED}.
 */
public final class SummaryFields {

    /** Number, 0 and more: objects that turned out to belong to the session of another object. */
    public static final String JOINED = "joined";

    /** Number, 0 and more: sessions closed in order. */
    public static final String CLOSED = "closed";

    /** Object, numbers by verdict: sessions that ended in another way. */
    public static final String ENDED = "ended";

    /** Number, 0 and more: sessions that somebody still has to close. */
    public static final String OPEN = "open";

    /** Number, 0 and more: sessions without a connection or a handshake so far. */
    public static final String NOT_USED_YET = "notUsedYet";

    /** Number, 0 and more: sessions that are over or unreachable and have no verdict yet. */
    public static final String AWAITING_VERDICT = "awaitingVerdict";

    /** Number, 0 and more: sessions given up at {@code enabled=false} or after an error. */
    public static final String NOT_JUDGED = "notJudged";

    /** Number, 0 and more: server sockets. They are not sessions. */
    public static final String SERVER_SOCKETS = "serverSockets";

    /** Object, numbers by verdict: findings of severity leak. */
    public static final String LEAKS = "leaks";

    /** Number, 0 and more: findings of severity defect. */
    public static final String DEFECTS = "defects";

    /** Number, 0 and more: findings of severity notice. */
    public static final String NOTICES = "notices";

    /** Number, 0 and more: findings taken out by a rule. */
    public static final String SUPPRESSED = "suppressed";

    /** Object, numbers by verdict: sessions with that verdict. */
    public static final String VERDICTS = "verdicts";

    /** Texts: suppression rules that never matched. */
    public static final String UNUSED_SUPPRESSIONS = "unusedSuppressions";

    /** Objects of the known behaviours that matched: {@link KnownBehaviourFields}. */
    public static final String KNOWN_BEHAVIOURS = "knownBehaviours";

    /** Object, only if there is a baseline: {@link BaselineFields}. */
    public static final String BASELINE = "baseline";

    /** Number, 0 and more: errors of the agent that were kept from the application. */
    public static final String AGENT_ERRORS = "agentErrors";

    /** Text: the first error of the agent. */
    public static final String FIRST_ERROR = "firstError";

    private SummaryFields() {}
}

package io.github.tlsleak.agent.output.metrics;

import io.github.tlsleak.common.verdict.Verdict;

/**
 * A metric with one number a process, under its name in OpenTelemetry and as an attribute of the
 * MBean. Immutable, thread-safe.
 *
 * <p>Prometheus gets the same name with {@code _} for {@code .}, and with {@code _total} behind
 * that of a counter. No name ends in {@code created}, {@code info} or {@code bucket}: exporters for
 * Prometheus cut these ends off.
 */
public enum Metric {
    SESSIONS_OPENED(
            "tlsleak.sessions.opened",
            "SessionsOpened",
            true,
            "{session}",
            "TLS sessions so far, whatever has become of them"),
    SESSIONS_CLOSED(
            "tlsleak.sessions.closed",
            "SessionsClosed",
            true,
            "{session}",
            "TLS sessions that were closed in order"),
    SESSIONS_OPEN(
            "tlsleak.sessions.open",
            "SessionsOpen",
            false,
            "{session}",
            "TLS sessions that the program still has to close"),
    SESSIONS_STUCK(
            "tlsleak.sessions.stuck",
            "SessionsStuck",
            false,
            "{session}",
            "live TLS sessions whose handshake does not move (STUCK)"),
    SESSIONS_PEER_CLOSED(
            "tlsleak.sessions.peer_closed",
            "SessionsPeerClosed",
            false,
            "{session}",
            "live TLS sessions that only the peer has closed (PEER_CLOSED)"),
    CONTEXTS(
            "tlsleak.contexts",
            "Contexts",
            false,
            "{context}",
            "SSLContexts that are not collected"),
    CACHES(
            "tlsleak.caches",
            "CachedSessions",
            false,
            "{session}",
            "TLS sessions in the session caches of these contexts"),
    DESCRIPTORS_AT_RISK(
            "tlsleak.descriptors.at_risk",
            "DescriptorsAtRisk",
            false,
            "{descriptor}",
            "live TLS sessions that hold a descriptor nobody will close: stuck, closed by the peer,"
                    + " failed, or blocked in their close"),
    DESCRIPTORS_LIMIT(
            "tlsleak.descriptors.limit",
            "DescriptorsLimit",
            false,
            "{descriptor}",
            "the most files and sockets that the process may have open; Linux only"),
    AGENT_ERRORS(
            "tlsleak.agent.errors",
            "AgentErrors",
            true,
            "{error}",
            "errors of tlsleak that were kept from the program");

    /** The counter of findings, which has a number for each {@link Series}. */
    public static final String FINDINGS = "tlsleak.findings";

    /** Its unit. */
    public static final String FINDINGS_UNIT = "{finding}";

    /** What it counts. */
    public static final String FINDINGS_TEXT =
            "leaks, defects and notices, without suppressed ones and known behaviours";

    /** The name in OpenTelemetry. */
    public final String id;

    /** The attribute of the MBean. */
    public final String attribute;

    /** Whether the number only grows; it may go up and down otherwise. */
    public final boolean counter;

    /** The unit as OpenTelemetry writes it. */
    public final String unit;

    /** What the number is, in words. */
    public final String text;

    Metric(String id, String attribute, boolean counter, String unit, String text) {
        this.id = id;
        this.attribute = attribute;
        this.counter = counter;
        this.unit = unit;
        this.text = text;
    }

    /**
     * The number.
     *
     * @return less than 0 if it is not known
     */
    public long of(MetricValues values) {
        switch (this) {
            case SESSIONS_OPENED:
                return values.opened;
            case SESSIONS_CLOSED:
                return values.closed;
            case SESSIONS_OPEN:
                return values.state.now.open;
            case SESSIONS_STUCK:
                return values.live.reported(Verdict.STUCK);
            case SESSIONS_PEER_CLOSED:
                return values.live.reported(Verdict.PEER_CLOSED);
            case CONTEXTS:
                return values.live.contexts();
            case CACHES:
                return values.live.cached();
            case DESCRIPTORS_AT_RISK:
                return values.atRisk();
            case DESCRIPTORS_LIMIT:
                return values.descriptorsLimit;
            default:
                return values.errors;
        }
    }
}

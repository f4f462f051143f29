package io.github.tlsleak.common.verdict;

/** What became of a session, or of the contexts of a site. Immutable, thread-safe. */
public enum Verdict {
    /** Established, collected, never closed by the program, peer still there. */
    LOST,
    /** As {@link #LOST}, and a finalizer then closed it. */
    RESCUED,
    /** The peer closed first. This side never closed. */
    UNANSWERED,
    /** One direction closed, then dropped. */
    HALF_CLOSED,
    /** Handshake started, neither finished nor failed, never closed. */
    ABANDONED,
    /** No handshake ever started, never closed. */
    UNUSED,
    /** The program did not free native memory: a finalizer did, or nobody. */
    NATIVE,
    /** Over, but reachable for a long time. */
    RETAINED,
    /** The program asked to close, the peer was there, no close_notify was produced. */
    UNSENT,
    /** This side closed the transport under an established session. */
    UNDERCUT,
    /** Closing threw, or the close_notify could not be written. */
    CLOSE_FAILED,
    /** Closed after the peer was gone. */
    CUT,
    /** Ended by a fatal alert or a failed handshake. */
    FAILED,
    /** A close_notify was produced on the program's request. */
    CLOSED,
    /** Alive: connected, or its handshake begun, and neither finished nor failed for long. */
    STUCK,
    /** Alive: the peer has closed, this side has not for long. */
    PEER_CLOSED,
    /** Alive: a thread has been inside its close for long. */
    CLOSE_BLOCKED,
    /** Alive: established, and idle for long. */
    OPEN,
    /** Ever more sessions of one site are alive, however busy they are. */
    SESSION_HOARD,
    /** One site makes many short sessions to one peer, each with a full handshake. */
    SESSION_CHURN,
    /** One site makes ever new contexts, and each of them gets hardly any session. */
    CONTEXT_CHURN,
    /** Ever more contexts of one site stay alive. */
    CONTEXT_HOARD,
    /** The session cache of a context holds very many TLS sessions. */
    CACHE_HOARD;

    /** Whether it is a verdict on the contexts of a site, not on a session. */
    public boolean isOnContexts() {
        return this == CONTEXT_CHURN || this == CONTEXT_HOARD || this == CACHE_HOARD;
    }
}

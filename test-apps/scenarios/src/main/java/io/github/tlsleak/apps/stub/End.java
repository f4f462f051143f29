package io.github.tlsleak.apps.stub;

/** How a {@link Stub} ends its connections. */
public enum End {
    /** Not by itself; records what comes and never answers a close_notify. */
    STAYS,
    /** Not by itself; answers a close_notify with its own and closes TCP. */
    ANSWERS,
    /** As ANSWERS; after the client's goodbye sends close_notify and ends the TCP stream. */
    HANGS_UP,
    /** Sends close_notify once the client has done some work, leaves TCP open. */
    CLOSE_NOTIFY,
    /** Ends the TCP stream there, without a close_notify. */
    FIN,
    /** Resets the TCP connection there. */
    RESET,
    /** Answers the ClientHello with the fatal alert handshake_failure. */
    REFUSES
}

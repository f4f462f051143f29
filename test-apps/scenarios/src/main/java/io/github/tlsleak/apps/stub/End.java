package io.github.tlsleak.apps.stub;

/**
 * How a {@link Stub} ends its connections. The words are those of the peers' scripts, see {@code
 * test-apps/README.md}.
 */
public enum End {
    /** Reads to the end; answers a close_notify with its own and closes TCP. */
    AWAIT,
    /** Records the end but never sends or closes anything by itself. */
    SILENT,
    /** Sends close_notify once the client has done some work, leaves TCP open. */
    CLOSE_NOTIFY,
    /** After the client's goodbye, sends close_notify and ends the TCP stream, still reading. */
    CLOSED,
    /** Ends the TCP stream without a close_notify once the client has done some work. */
    FIN,
    /** Resets the TCP connection once the client has done some work. */
    RESET,
    /** Answers the ClientHello with the fatal alert handshake_failure. */
    FAIL
}

package io.github.tlsleak.apps.soak;

/** What the peer does with a connection. Ping and pong come first where TLS is spoken. */
enum PeerScript {
    /** Reads to the end, answers a close_notify with its own, closes TCP. */
    AWAIT,
    /** Sends close_notify, and leaves TCP open. As a server it waits for a further byte before. */
    CLOSE_NOTIFY,
    /** Ends the TCP stream without a close_notify, as above. */
    FIN,
    /** Resets the connection, as above. */
    RESET,
    /** Never answers, or never begins. */
    STALL,
    /** Answers the ClientHello with a fatal alert. Server only. */
    FAIL,
    /** Distrusts the certificate. Client only. */
    DISTRUST,
    /** Connects and closes. Client only. */
    TCP_ONLY,
    /** The port at which the peer is asked to be a client: {@code SCRIPT PORT}. */
    CONTROL
}

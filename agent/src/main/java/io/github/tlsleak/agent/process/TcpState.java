package io.github.tlsleak.agent.process;

/** What the operating system says about a TCP connection of this process. Immutable. */
public enum TcpState {

    /** Both sides can send (RFC 9293, 3.3.2). */
    ESTABLISHED,

    /** The peer has closed its side, and this process has not. */
    CLOSE_WAIT,

    /** In any other state, such as FIN_WAIT_2: this process has closed its side. */
    OTHER,

    /** Not in the table: reset, or closed by both sides. */
    GONE,

    /** Not known. */
    UNKNOWN
}

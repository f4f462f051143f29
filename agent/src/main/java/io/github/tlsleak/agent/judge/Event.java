package io.github.tlsleak.agent.judge;

/** What can happen to a session; {@link SessionState#after} says what it changes. */
public enum Event {
    /** A transport is there. */
    CONNECTED,
    /** A handshake began. */
    STARTED,
    /** The handshake finished. */
    ESTABLISHED,
    /** A fatal alert was sent or received, or the handshake failed. */
    FATAL,
    /** The peer's close_notify was received. */
    PEER_CLOSE_NOTIFY,
    /** The peer ended the stream without close_notify. */
    PEER_EOF,
    /** The program says that no more will come from the peer, whose close_notify is missing. */
    NO_INPUT,
    /** The transport was reset by the peer. */
    PEER_RESET,
    /** The program closes the whole session. */
    CLOSE,
    /** The program closes the outbound half. */
    CLOSE_OUTPUT,
    /** The program closes the inbound half. */
    CLOSE_INPUT,
    /** A close_notify was produced. */
    CLOSE_NOTIFY,
    /** A close_notify was encoded, but the transport would not take it. */
    CLOSE_NOTIFY_FAILED,
    /** The program's close threw. */
    CLOSE_THREW,
    /** The program closed the raw transport underneath. */
    RAW_CLOSED,
    /** The program closed the channel that the bytes of its engine go to. */
    CHANNEL_CLOSED,
    /** The program shut down the output of the transport underneath. */
    RAW_SHUT,
    /** A wrapper took the transport away underneath, in the middle of its own close. */
    UNDERCUT_INSIDE,
    /** SO_LINGER 0 was set on the transport: its close is a reset. */
    LINGER_ZERO,
    /** SO_LINGER is off, or has a time. */
    LINGER_OTHER,
    /** The descriptor was given back, by whomever. */
    DESCRIPTOR_CLOSED,
    /** The engine took memory that the collector does not free. */
    NATIVE_TAKEN,
    /** It gave that back, on the program's request or because the session was over. */
    NATIVE_FREED,
    /** A finalizer gave it back. */
    NATIVE_RESCUED,
    /** A finalizer began to close the session. */
    RESCUE_STARTED,
    /** A finalizer has closed the session. */
    RESCUED
}

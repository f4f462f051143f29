package io.github.tlsleak.agent.judge;

/**
 * What can happen to a session. An event sets or clears fixed bits of the state; {@link
 * SessionState#after} knows the events whose effect depends on the state.
 */
public enum Event {
    /** A transport is there. */
    CONNECTED(SessionState.CONNECTED),
    /** A handshake has begun. */
    STARTED(SessionState.STARTED),
    /** The handshake finished. */
    ESTABLISHED(SessionState.STARTED | SessionState.ESTABLISHED),
    /** A fatal alert was sent or received, or the handshake failed. */
    FATAL(SessionState.STARTED | SessionState.FATAL),
    /** The peer's close_notify was received. */
    PEER_CLOSE_NOTIFY(SessionState.PEER_CLOSE_NOTIFY),
    /** The peer ended the stream without close_notify. */
    PEER_EOF(SessionState.PEER_EOF),
    /** The program says that no more data will come, and the peer's close_notify is missing. */
    NO_INPUT,
    /** The transport was reset by the peer. */
    PEER_RESET(SessionState.PEER_RESET),
    /** The program closes the whole session. */
    CLOSE(SessionState.CLOSED),
    /** The program closes the outbound half. */
    CLOSE_OUTPUT(SessionState.OUTPUT_CLOSED),
    /** The program closes the inbound half. */
    CLOSE_INPUT(SessionState.INPUT_CLOSED),
    /** A close_notify was produced. */
    CLOSE_NOTIFY(SessionState.CLOSE_NOTIFY),
    /** A close_notify was encoded, but the transport would not take it. */
    CLOSE_NOTIFY_FAILED(SessionState.CLOSE_NOTIFY_FAILED),
    /** The program's close threw. */
    CLOSE_THREW(SessionState.CLOSE_THREW),
    /** The program closed the transport. */
    TRANSPORT_CLOSED,
    /** The program closed the channel to which the engine's records go. */
    CHANNEL_CLOSED,
    /** The program shut down the output of the transport. */
    TRANSPORT_SHUT,
    /** A wrapper closed the transport during its own close, before it closed its delegate. */
    UNDERCUT_INSIDE,
    /** SO_LINGER 0 was set on the transport, so its close sends a reset. */
    LINGER_ZERO(SessionState.LINGER_ZERO),
    /** SO_LINGER was switched off, or set to more than 0. */
    LINGER_OTHER(0, SessionState.LINGER_ZERO),
    /** The program, the provider or a finalizer closed the descriptor. */
    DESCRIPTOR_CLOSED(SessionState.DESCRIPTOR_CLOSED),
    /** The engine took native memory, which the garbage collector does not free. */
    NATIVE_TAKEN(SessionState.NATIVE),
    /** The engine freed its native memory: the program asked for it, or the session was over. */
    NATIVE_FREED(0, SessionState.NATIVE),
    /** A finalizer freed the engine's native memory. */
    NATIVE_RESCUED(SessionState.NATIVE_RESCUED, SessionState.NATIVE),
    /** A finalizer began to close the session. */
    RESCUE_STARTED(SessionState.RESCUE_STARTED),
    /** A finalizer has closed the session. */
    RESCUED(SessionState.RESCUE_STARTED | SessionState.RESCUED);

    /** Bits of {@link SessionState} that the event sets; 0 if they depend on the state. */
    final int sets;

    /** Bits that the event clears. */
    final int clears;

    Event() {
        this(0, 0);
    }

    Event(int sets) {
        this(sets, 0);
    }

    Event(int sets, int clears) {
        this.sets = sets;
        this.clears = clears;
    }
}

package io.github.tlsleak.agent.judge;

/**
 * A session's state as one int, and how events change it: pure functions.
 *
 * <p>The state says who closed first: {@link #PEER_FIRST} is set at the moment this side closes, if
 * the peer was gone by then. It is never set later.
 */
public final class SessionState {

    /** Bit: a transport is there. For an engine: its channel was left open and was collected. */
    public static final int CONNECTED = 1;

    /** Bit: a handshake has begun. */
    public static final int STARTED = 1 << 1;

    /** Bit: the handshake finished. */
    public static final int ESTABLISHED = 1 << 2;

    /** Bit: a fatal alert ended the session before anybody closed it. */
    public static final int FATAL = 1 << 3;

    /** Bit: the peer's close_notify was received. */
    public static final int PEER_CLOSE_NOTIFY = 1 << 4;

    /** Bit: the peer ended the stream without close_notify. */
    public static final int PEER_EOF = 1 << 5;

    /** Bit: the peer reset the transport. */
    public static final int PEER_RESET = 1 << 6;

    /** Bit: the program closed the whole session. */
    public static final int CLOSED = 1 << 7;

    /** Bit: the program closed the outbound half. */
    public static final int OUTPUT_CLOSED = 1 << 8;

    /** Bit: the program closed the inbound half. */
    public static final int INPUT_CLOSED = 1 << 9;

    /** Bit: a close_notify was produced. */
    public static final int CLOSE_NOTIFY = 1 << 10;

    /** Bit: the close_notify could not be written. */
    public static final int CLOSE_NOTIFY_FAILED = 1 << 11;

    /** Bit: the program's close threw. */
    public static final int CLOSE_THREW = 1 << 12;

    /** Bit: this side closed the transport before anybody had ended the session. */
    public static final int UNDERCUT = 1 << 13;

    /** Bit: SO_LINGER is 0. */
    public static final int LINGER_ZERO = 1 << 14;

    /** Bit: the descriptor was closed. */
    public static final int DESCRIPTOR_CLOSED = 1 << 15;

    /** Bit: a finalizer began to close the session. */
    public static final int RESCUE_STARTED = 1 << 16;

    /** Bit: a finalizer closed the session. */
    public static final int RESCUED = 1 << 17;

    /** Bit: the peer was gone when this side closed. */
    public static final int PEER_FIRST = 1 << 18;

    /** Bit, set once by the tracker: TLS 1.3 or newer. */
    public static final int TLS13 = 1 << 19;

    /** Bit, set once by the tracker: client role. */
    public static final int CLIENT = 1 << 20;

    /** Bit, set once by the tracker: server role. */
    public static final int SERVER = 1 << 21;

    /** Bit, set once by the tracker: the provider's own alerts are seen. */
    public static final int PRECISE = 1 << 22;

    /** Bit, set once by the tracker: the session existed before the agent. */
    public static final int ADOPTED = 1 << 23;

    /** Bit: native memory is held. Bits 24 to 29 belong to the tracker. */
    public static final int NATIVE = 1 << 30;

    /** Bit: a finalizer freed the native memory. */
    public static final int NATIVE_RESCUED = 1 << 31;

    private static final int PEER_GONE = PEER_CLOSE_NOTIFY | PEER_EOF | PEER_RESET;
    private static final int CLOSING = CLOSED | OUTPUT_CLOSED;

    private SessionState() {}

    /**
     * Whether any of the bits is set.
     *
     * @param state a state
     * @param bits one or more bits
     * @return true if at least one of them is set
     */
    public static boolean has(int state, int bits) {
        return (state & bits) != 0;
    }

    /**
     * Whether the peer has closed its side in any way.
     *
     * @param state a state
     * @return true if it has
     */
    public static boolean peerGone(int state) {
        return has(state, PEER_GONE);
    }

    /**
     * The state after an event. Once a session has ended, later events do not change who ended it.
     *
     * @param state the state before
     * @param event what happened
     * @return the state after
     */
    public static int after(int state, Event event) {
        switch (event) {
            case FATAL:
                return has(state, CLOSING | UNDERCUT | RESCUE_STARTED)
                        ? state
                        : moved(state, event);
            case PEER_CLOSE_NOTIFY:
            case PEER_EOF:
            case PEER_RESET:
                return peer(state, event.sets);
            case NO_INPUT:
                return noInput(state);
            case CLOSE:
            case CLOSE_OUTPUT:
                return has(state, CLOSED) ? state : close(state, event.sets);
            case CLOSE_INPUT:
                return peerGone(state) ? state : moved(state, event);
            case CLOSE_NOTIFY:
                return has(state, UNDERCUT) ? state : moved(state, event);
            case TRANSPORT_CLOSED:
                return transportClosed(state, 0);
            case CHANNEL_CLOSED:
                return transportClosed(state, OUTPUT_CLOSED);
            case TRANSPORT_SHUT:
                return undercut(state, OUTPUT_CLOSED);
            case UNDERCUT_INSIDE:
                return undercutInside(state);
            case NATIVE_RESCUED:
                return has(state, NATIVE) ? moved(state, event) : state;
            case RESCUE_STARTED:
            case RESCUED:
                return rescue(state, event);
            default:
                return moved(state, event);
        }
    }

    private static int moved(int state, Event event) {
        return state & ~event.clears | event.sets;
    }

    /** Once the descriptor is closed, a finalizer has nothing left to rescue. */
    private static int rescue(int state, Event event) {
        boolean begun = event == Event.RESCUED && has(state, RESCUE_STARTED);
        return has(state, DESCRIPTOR_CLOSED) && !begun ? state : moved(state, event);
    }

    private static int peer(int state, int bit) {
        if (bit == PEER_CLOSE_NOTIFY && has(state, PEER_EOF) && !has(state, UNDERCUT | FATAL)) {
            // an engine's close_notify is read before the end of the stream and unwrapped after it
            return state & ~PEER_EOF | PEER_CLOSE_NOTIFY;
        }
        boolean over = peerGone(state) || has(state, UNDERCUT | FATAL | RESCUE_STARTED);
        return over ? state : state | bit;
    }

    /**
     * The program wraps nothing more after this event. If the output is closed and no close_notify
     * was produced, the transport had ended before, so the peer closed first.
     */
    private static int noInput(int state) {
        boolean cut = has(state, OUTPUT_CLOSED) && !has(state, CLOSED | CLOSE_NOTIFY);
        return peer(state, PEER_EOF) | (cut ? PEER_FIRST : 0);
    }

    private static int close(int state, int bit) {
        if (has(state, RESCUED) && !has(state, CLOSING)) {
            return state;
        }
        boolean first = !has(state, CLOSING);
        return state | bit | (first && peerGone(state) ? PEER_FIRST : 0);
    }

    private static int transportClosed(int state, int moreEnds) {
        return has(state, RESCUE_STARTED) ? state : undercut(state, moreEnds) | DESCRIPTOR_CLOSED;
    }

    /** The wrapper is closing already, but this still undercuts: no close_notify can follow. */
    private static int undercutInside(int state) {
        return has(state, CLOSE_NOTIFY_FAILED)
                ? state
                : state | undercut(state & ~CLOSING, 0) & UNDERCUT;
    }

    /** Sets {@link #UNDERCUT}, unless the session was ended before its transport. */
    private static int undercut(int state, int moreEnds) {
        boolean ended =
                has(state, CLOSED | FATAL | CLOSE_NOTIFY | UNDERCUT | RESCUE_STARTED | moreEnds)
                        || peerGone(state)
                        || !has(state, ESTABLISHED);
        return state | (ended ? 0 : UNDERCUT);
    }
}

package io.github.tlsleak.cli.heap.tls;

/** How far a socket, engine or server socket had come when the dump was taken. */
public enum TlsState {

    /** No handshake has begun. A server socket is not bound yet. */
    FRESH("fresh"),

    /** The first handshake has begun and has not finished. */
    HANDSHAKE("in handshake"),

    /** The handshake has finished, and neither side has closed. A server socket listens. */
    OPEN("open"),

    /**
     * The program closed its own direction, and nothing tells that the peer closed, too. An
     * engine's close_notify may still wait for its wrap.
     */
    HALF_CLOSED("half closed"),

    /** The peer's close_notify was read, or its end of stream, and the program has not closed. */
    PEER_CLOSED("peer closed"),

    /** Both directions of an engine are closed; a socket is, or its transport below it. */
    CLOSED("closed"),

    /** A fatal alert or another error ended it. */
    BROKEN("broken"),

    /** The fields do not tell it: the provider is not known, or its fields have moved. */
    UNKNOWN("state not known");

    private final String text;

    TlsState(String text) {
        this.text = text;
    }

    /** As it is printed. */
    public String text() {
        return text;
    }

    /**
     * The state with a text.
     *
     * @throws IllegalArgumentException if there is none
     */
    static TlsState of(String text) {
        for (TlsState state : values()) {
            if (state.text.equals(text)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state: " + text);
    }
}

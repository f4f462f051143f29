package io.github.tlsleak.cli.report.model.open;

import org.jspecify.annotations.Nullable;

/** How far a living session had come when it was last heard of. Immutable. */
public enum OpenSessionState {
    /** The handshake is done. */
    ESTABLISHED("established"),
    /** The peer has ended its side. */
    PEER_CLOSED("peerClosed"),
    /** No handshake is done. */
    BEFORE_HANDSHAKE("beforeHandshake"),
    /** The session is older than the agent. */
    UNKNOWN("unknown");

    private final String json;

    OpenSessionState(String json) {
        this.json = json;
    }

    public String json() {
        return json;
    }

    /**
     * The state of a session.
     *
     * @param peerEnded whether the peer was seen to end its side
     * @param handshake whether a handshake is known to be done; an idle session has done it
     * @param adopted whether the session is older than the agent
     */
    public static OpenSessionState of(boolean peerEnded, boolean handshake, boolean adopted) {
        if (peerEnded) {
            return PEER_CLOSED;
        }
        return handshake ? ESTABLISHED : adopted ? UNKNOWN : BEFORE_HANDSHAKE;
    }

    /** The state of a name; established if there is no such name. */
    public static OpenSessionState named(@Nullable String json) {
        for (OpenSessionState state : values()) {
            if (state.json.equals(json)) {
                return state;
            }
        }
        return ESTABLISHED;
    }
}

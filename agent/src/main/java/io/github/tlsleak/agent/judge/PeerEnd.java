package io.github.tlsleak.agent.judge;

import org.jspecify.annotations.Nullable;

/** How the peer ended its side of a session. Immutable, thread-safe. */
public enum PeerEnd {
    /** In order: its close_notify came. */
    CLOSE_NOTIFY("close_notify", SessionState.PEER_CLOSE_NOTIFY),
    /** Its stream ended without a close_notify. */
    EOF("eof", SessionState.PEER_EOF),
    /** It reset the connection. */
    RESET("reset", SessionState.PEER_RESET);

    private final String json;
    private final int bit;

    PeerEnd(String json, int bit) {
        this.json = json;
        this.bit = bit;
    }

    /** The name in reports. */
    public String json() {
        return json;
    }

    /**
     * How the peer of a session ended it.
     *
     * @param state a state of {@link SessionState}
     * @return null if it has not, or nobody has seen it
     */
    public static @Nullable PeerEnd of(int state) {
        for (PeerEnd end : values()) {
            if (SessionState.has(state, end.bit)) {
                return end;
            }
        }
        return null;
    }
}

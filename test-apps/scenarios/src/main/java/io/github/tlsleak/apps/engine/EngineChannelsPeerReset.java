package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.Stage;

// peer: server reset
// saw: any
// expect: none
// count: CUT 3

/** Like {@link EngineChannelsPeerFin}, but the peer resets the connection. */
public final class EngineChannelsPeerReset {
    private EngineChannelsPeerReset() {}

    public static void main(String[] args) throws Exception {
        ChannelsEnded.play(Stage.of(args));
    }
}

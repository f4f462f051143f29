package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.Stage;

// peer: server fin
// saw: eof x3
// expect: none
// count: CUT 3

/**
 * The peer ends TCP without close_notify, the program closes the channel and forgets the engine:
 * there was nobody left to tell.
 */
public final class EngineChannelsPeerFin {
    private EngineChannelsPeerFin() {}

    public static void main(String[] args) throws Exception {
        ChannelsEnded.play(Stage.of(args));
    }
}

package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.Stage;

// peer: server fin
// saw: eof x3
// expect: none
// count: CUT 3

/**
 * The peer ends TCP without close_notify. The program closes the channel and forgets the engine. No
 * peer was left that could get a close_notify.
 */
public final class EngineChannelsPeerFin {
    private EngineChannelsPeerFin() {}

    public static void main(String[] args) throws Exception {
        ChannelsEnded.play(Stage.of(args));
    }
}

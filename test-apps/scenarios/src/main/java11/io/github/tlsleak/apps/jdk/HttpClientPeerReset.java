package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: server http-reset
// jdk: 11+
// saw: nothing
// expect: none

/** The server resets the idle connection. */
public final class HttpClientPeerReset {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(ClientCall.get(stage));
        Stage.sleep(500);
        Stage.awaitCollected();
        Stage.done();
    }
}

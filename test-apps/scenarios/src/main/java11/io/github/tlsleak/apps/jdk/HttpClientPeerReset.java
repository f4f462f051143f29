package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: server http-reset
// jdk: 11+
// saw: nothing
// expect: none

/** The server resets the idle connection. */
public final class HttpClientPeerReset {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(ClientCall.get(app));
        App.sleep(500);
        App.awaitCollected();
        App.done();
    }
}

package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: server http-reset
// saw: nothing nothing
// expect: none

/**
 * The server resets a connection that waits in the keep-alive cache; the next request finds that
 * out and takes a new one.
 */
public final class UrlConnectionPeerReset {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        UrlCall.prepare(stage);
        UrlCall.get(stage);
        Stage.sleep(500);
        UrlCall.get(stage);
        Stage.awaitCollected();
        Stage.done();
    }
}

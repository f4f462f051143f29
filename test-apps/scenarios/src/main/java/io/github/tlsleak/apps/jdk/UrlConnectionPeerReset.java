package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: server http-reset
// saw: nothing nothing
// expect: none

/**
 * The server resets a connection that waits in the keep-alive cache. The next request notices the
 * reset and opens a new connection.
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

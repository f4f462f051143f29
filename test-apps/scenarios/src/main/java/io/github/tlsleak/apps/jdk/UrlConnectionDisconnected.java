package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: server http-await
// expect: none

/**
 * disconnect() is called after the answer has been read. Measured on 8 to 28: the connection stays
 * in the keep-alive cache, and the cache's timer closes it with close_notify up to ten seconds
 * later. It is still reachable, so it is reported as open at most. What the peer has seen by now
 * depends on the timer and is not compared.
 */
public final class UrlConnectionDisconnected {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        UrlCall.prepare(stage);
        UrlCall.get(stage).disconnect();
        Stage.awaitCollected();
        Stage.done();
    }
}

package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: server http-await
// expect: none

/**
 * disconnect() after the answer has been read: measured on 8 to 28, the connection stays in the
 * keep-alive cache, and its timer closes it with close_notify up to ten seconds later. Still
 * reachable, hence at most open; what the peer has seen by now depends on the timer and is not
 * compared.
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

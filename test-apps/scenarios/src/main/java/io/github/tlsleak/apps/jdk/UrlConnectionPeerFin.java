package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: server http-fin
// saw: nothing
// expect: none

/** The server closes TCP under a connection that waits in the keep-alive cache. */
public final class UrlConnectionPeerFin {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        UrlCall.prepare(stage);
        UrlCall.get(stage);
        Stage.sleep(300);
        Stage.awaitCollected();
        Stage.done();
    }
}

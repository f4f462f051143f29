package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: server http-fin
// jdk: 11+
// saw: eof
// expect: none

/** The server ends TCP under the idle connection. */
public final class HttpClientPeerFin {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(ClientCall.get(stage));
        Stage.sleep(500);
        Stage.awaitCollected();
        Stage.done();
    }
}

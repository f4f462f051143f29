package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: server http-fin
// jdk: 11+
// saw: eof
// expect: none

/** The server ends TCP under the idle connection. */
public final class HttpClientPeerFin {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(ClientCall.get(app));
        App.sleep(500);
        App.awaitCollected();
        App.done();
    }
}

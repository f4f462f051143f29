package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: server http-fin
// saw: nothing
// expect: none

/** The server closes TCP under a connection that waits in the keep-alive cache. */
public final class UrlConnectionPeerFin {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        UrlCall.prepare(app);
        UrlCall.get(app);
        App.sleep(300);
        App.awaitCollected();
        App.done();
    }
}

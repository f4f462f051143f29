package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: server http-reset
// saw: nothing nothing
// expect: none

/**
 * The server resets a connection that waits in the keep-alive cache; the next request finds that
 * out and takes a new one.
 */
public final class UrlConnectionPeerReset {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        UrlCall.prepare(app);
        UrlCall.get(app);
        App.sleep(500);
        UrlCall.get(app);
        App.awaitCollected();
        App.done();
    }
}

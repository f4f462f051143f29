package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

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
        App app = App.of(args);
        UrlCall.prepare(app);
        UrlCall.get(app).disconnect();
        App.awaitCollected();
        App.done();
    }
}

package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.App;

// peer: server http-close_notify
// saw: nothing
// saw[tls=1.2]: nothing
// expect: none

/**
 * The server closes, with close_notify, a connection that waits in the keep-alive cache: nobody
 * reads there, so nothing is answered yet. The socket is still reachable, hence open.
 */
public final class UrlConnectionPeerClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        UrlCall.prepare(app);
        UrlCall.get(app);
        App.sleep(300);
        App.awaitCollected();
        App.done();
    }
}

package io.github.tlsleak.apps.jdk;

import io.github.tlsleak.apps.support.Stage;

// peer: server http-close_notify
// saw: nothing
// saw[tls=1.2]: nothing
// expect: none

/**
 * The server closes, with close_notify, a connection that waits in the keep-alive cache. Nobody
 * reads from that connection, so it gets no answer yet. The socket is still reachable, so it is
 * open.
 */
public final class UrlConnectionPeerClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        UrlCall.prepare(stage);
        UrlCall.get(stage);
        Stage.sleep(300);
        Stage.awaitCollected();
        Stage.done();
    }
}

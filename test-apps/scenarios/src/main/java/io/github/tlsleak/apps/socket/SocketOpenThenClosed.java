package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import javax.net.ssl.SSLSocket;

// peer: server await
// options: threshold=1s
// saw: close_notify
// expect: OPEN notice SSLSocket client
// count: CLOSED 1

/**
 * Idle for longer than the threshold, then closed after all: told as open first, then as closed
 * after all.
 */
public final class SocketOpenThenClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        App.sleep(3_000);
        socket.close();
        App.awaitCollected();
        App.done();
    }
}

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import javax.net.ssl.SSLSocket;

// peer: server silent
// options: threshold=1s
// saw: close_notify
// expect: HALF_CLOSED leak SSLSocket client

/**
 * The output is shut down, the peer does not answer, and the program keeps the socket for longer
 * than the threshold without closing it.
 */
public final class SocketHalfClosedTooLong {
    private static SSLSocket socket;

    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        socket.shutdownOutput();
        App.sleep(3_000);
        App.done();
    }
}

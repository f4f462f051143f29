package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** A half close, the answer read to its end, then close(): the exemplary way to end. */
public final class SocketShutdownOutputClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        socket.shutdownOutput();
        while (socket.getInputStream().read() != -1) {
            // Nothing but the end is expected.
        }
        socket.close();
        return new WeakReference<>(socket);
    }
}

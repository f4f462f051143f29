package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** SO_LINGER 0 makes close() reset the connection, but the close_notify goes out before that. */
public final class SocketLingerZeroClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        socket.setSoLinger(true, 0);
        socket.close();
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server silent
// saw: close_notify
// expect: HALF_CLOSED leak SSLSocket client

/**
 * The program ends its own direction and then forgets the socket: the peer got the close_notify,
 * but nobody closed the descriptor. Up to JDK 18 the finalizer does, which does not make it less of
 * a leak.
 */
public final class SocketHalfClosedDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        socket.shutdownOutput();
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/**
 * shutdownInput() without a close_notify from the peer throws; close() after it still sends the own
 * close_notify.
 */
public final class SocketShutdownInputClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        try {
            socket.shutdownInput();
        } catch (SSLException e) {
            // "closing inbound before receiving peer's close_notify": closed nevertheless.
        }
        socket.close();
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocket;

// peer: server stall
// saw: close_notify
// expect: none

/** The handshake runs into SO_TIMEOUT and the program closes the socket, as it should. */
public final class SocketHandshakeTimeoutClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.restrict(app.factory().createSocket(app.host(), app.port()));
        socket.setSoTimeout(300);
        try {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SocketTimeoutException e) {
            // As intended.
        }
        socket.close();
        return new WeakReference<>(socket);
    }
}

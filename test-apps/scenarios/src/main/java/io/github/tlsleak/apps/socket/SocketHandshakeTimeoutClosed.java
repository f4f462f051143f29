package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server stall
// saw: close_notify
// saw[jdk<=8]: fatal
// expect: none

/**
 * The handshake exceeds SO_TIMEOUT, and the program closes the socket, as it should. JDK 8 has
 * already closed it with a fatal error.
 */
public final class SocketHandshakeTimeoutClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.restrict(stage.factory().createSocket(stage.host(), stage.port()));
        socket.setSoTimeout(300);
        try {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SocketTimeoutException | SSLException e) {
            // the failure is intended
        }
        socket.close();
        return new WeakReference<>(socket);
    }
}

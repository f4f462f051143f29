package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server stall
// saw: eof
// saw[jdk>=9,jdk<=18]: close_notify
// saw[jdk<=8]: fatal
// expect: ABANDONED leak SSLSocket client
// expect[jdk<=8]: none

/**
 * The handshake exceeds SO_TIMEOUT. The socket stays open, because the handshake could go on. The
 * program forgets it. Up to JDK 18 the finalizer closes it. JDK 8 treats the timeout as a fatal
 * error, sends an alert and closes the socket by itself: FAILED.
 */
public final class SocketHandshakeTimeoutDropped {
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
        return new WeakReference<>(socket);
    }
}

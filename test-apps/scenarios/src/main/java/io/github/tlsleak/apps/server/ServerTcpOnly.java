package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

// peer: client tcp-only
// saw: nothing
// expect: none
// count: FAILED 1

/**
 * A port scanner or a health check connects and closes. The handshake fails, and JSSE closes the
 * socket by itself.
 */
public final class ServerTcpOnly {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        try (SSLServerSocket server = stage.listening(listen(stage))) {
            Stage.awaitCollected(session(stage, server));
        }
        Stage.done();
    }

    private static SSLServerSocket listen(Stage stage) throws IOException {
        return (SSLServerSocket) stage.context().getServerSocketFactory().createServerSocket(0);
    }

    private static WeakReference<SSLSocket> session(Stage stage, SSLServerSocket server)
            throws IOException {
        SSLSocket socket = stage.restrict(server.accept());
        try {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (IOException e) {
            // the failure is intended
        }
        return new WeakReference<>(socket);
    }
}

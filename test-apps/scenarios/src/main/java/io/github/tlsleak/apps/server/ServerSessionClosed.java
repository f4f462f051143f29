package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

// peer: client await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** A server answers and closes. */
public final class ServerSessionClosed {
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
        SSLSocket socket = stage.pong(server.accept());
        socket.close();
        return new WeakReference<>(socket);
    }
}

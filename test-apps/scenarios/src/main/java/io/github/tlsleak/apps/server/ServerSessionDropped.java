package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

// peer: client await
// saw: eof
// saw[jdk>=9,jdk<=18]: close_notify
// saw[jdk<=8]: any
// expect: LOST leak SSLSocket server
// expect[jdk<=18]: RESCUED leak SSLSocket server

/** A server answers and forgets the accepted socket. Only the listening socket is closed. */
public final class ServerSessionDropped {
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
        return new WeakReference<>(socket);
    }
}

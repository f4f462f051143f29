package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

// peer: client close_notify
// saw: eof
// saw[tls=1.2]: close_notify
// saw[jdk>=9,jdk<=18,tls=1.3]: close_notify
// saw[jdk<=8]: any
// expect: UNANSWERED leak SSLSocket server

/** The client sends close_notify. The server reads the end and forgets the socket. */
public final class ServerPeerClosedDropped {
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
        socket.getInputStream().read();
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.App;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

// peer: client tcp-only
// saw: nothing
// expect: none
// count: FAILED 1

/**
 * A port scanner or a health check connects and hangs up: the handshake fails, JSSE closes the
 * socket by itself.
 */
public final class ServerTcpOnly {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        try (SSLServerSocket server = app.listening(listen(app))) {
            App.awaitCollected(session(app, server));
        }
        App.done();
    }

    private static SSLServerSocket listen(App app) throws IOException {
        return (SSLServerSocket) app.context().getServerSocketFactory().createServerSocket(0);
    }

    private static WeakReference<SSLSocket> session(App app, SSLServerSocket server)
            throws IOException {
        SSLSocket socket = app.restrict(server.accept());
        try {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (IOException e) {
            // As intended.
        }
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.App;
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
        SSLSocket socket = app.pong(server.accept());
        socket.close();
        return new WeakReference<>(socket);
    }
}

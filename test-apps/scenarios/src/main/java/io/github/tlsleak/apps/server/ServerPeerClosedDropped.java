package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.App;
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

/** The client says close_notify, the server reads the end and forgets the socket. */
public final class ServerPeerClosedDropped {
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
        socket.getInputStream().read();
        return new WeakReference<>(socket);
    }
}

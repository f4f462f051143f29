package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server fail
// saw: eof
// expect: none
// count: FAILED 1

/** The peer answers with the fatal alert handshake_failure: JSSE closes the socket by itself. */
public final class SocketHandshakeRefused {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.restrict(app.factory().createSocket(app.host(), app.port()));
        try {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            // As intended.
        }
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server fail
// saw: eof
// expect: FAILED leak SSLSocket client

/**
 * autoClose=false and the handshake fails: JSSE leaves the connection to the program, and the
 * program forgets it.
 */
public final class LayeredHandshakeFailedDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        Socket raw = new Socket(app.host(), app.port());
        SSLSocket socket =
                app.restrict(app.factory().createSocket(raw, app.host(), app.port(), false));
        try {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            // As intended.
        }
        return new WeakReference<>(socket);
    }
}

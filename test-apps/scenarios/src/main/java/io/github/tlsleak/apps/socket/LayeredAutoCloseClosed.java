package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** TLS over an own connection, autoClose=true: close() ends both. */
public final class LayeredAutoCloseClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        Socket raw = new Socket(app.host(), app.port());
        SSLSocket socket = app.ping(app.factory().createSocket(raw, app.host(), app.port(), true));
        socket.close();
        return new WeakReference<>(socket);
    }
}

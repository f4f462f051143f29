package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** A wrapper that closes the socket below itself, but after the SSLSocket that it wraps. */
public final class ProxiedClosedInOrder {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        Socket proxy = new Socket(app.host(), app.port());
        SSLSocket tls =
                app.restrict(app.factory().createSocket(proxy, app.host(), app.port(), false));
        SSLSocket socket = app.ping(new ProxiedSocket(tls, proxy, false));
        socket.close();
        return new WeakReference<>(socket);
    }
}

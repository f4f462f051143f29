package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** A wrapped socket is closed through its wrapper. */
public final class WrappedSocketClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket =
                new DelegatingSocket(
                        app.restrict(app.factory().createSocket(app.host(), app.port())));
        app.ping(socket);
        socket.close();
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** The program closes the inner socket and forgets the wrapper: it is the same session. */
public final class WrapperDroppedDelegateClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket inner = app.restrict(app.factory().createSocket(app.host(), app.port()));
        SSLSocket socket = new DelegatingSocket(inner);
        app.ping(socket);
        inner.close();
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server plain
// saw: eof
// expect: UNUSED leak SSLSocket

/**
 * Connected, no handshake ever, dropped: there is no session to end, but a descriptor was left to
 * the garbage collector.
 */
public final class SocketConnectedUnused {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = (SSLSocket) app.factory().createSocket(app.host(), app.port());
        return new WeakReference<>(socket);
    }
}

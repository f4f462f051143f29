package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: none
// expect: none
// count: UNUSED 1

/** Never connected: holds nothing, is only counted. Many libraries create such sockets. */
public final class SocketUnconnectedDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = (SSLSocket) app.factory().createSocket();
        return new WeakReference<>(socket);
    }
}

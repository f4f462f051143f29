package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server plain
// saw: eof
// expect: none

/** Connected and closed again without a handshake: nothing to say goodbye to. */
public final class SocketConnectedUnusedClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = (SSLSocket) app.factory().createSocket(app.host(), app.port());
        socket.close();
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server close_notify
// saw: close_notify
// expect: none

/** The peer says close_notify, the program reads the end and closes too. */
public final class SocketPeerClosedClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        socket.getInputStream().read();
        socket.close();
        return new WeakReference<>(socket);
    }
}

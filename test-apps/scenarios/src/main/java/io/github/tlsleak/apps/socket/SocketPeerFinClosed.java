package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server fin
// saw: close_notify
// expect: none

/** The peer ends TCP without close_notify, the program reads -1 and closes: nothing to report. */
public final class SocketPeerFinClosed {
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

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: reset
// expect: UNDERCUT notice SSLSocket client

/**
 * SO_LINGER 0 and close() below the TLS layer: a deliberate abort, which the peer sees as a reset
 * and cannot mistake for the end of the data.
 */
public final class LayeredAborted {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        Socket raw = new Socket(app.host(), app.port());
        SSLSocket socket = app.ping(app.factory().createSocket(raw, app.host(), app.port(), true));
        raw.setSoLinger(true, 0);
        raw.close();
        return new WeakReference<>(socket);
    }
}

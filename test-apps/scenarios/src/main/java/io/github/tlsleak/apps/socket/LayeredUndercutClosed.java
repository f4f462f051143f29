package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// expect: UNDERCUT defect SSLSocket client

/**
 * The connection is closed first, the SSLSocket second: the wrong order, too late for a
 * close_notify. close() says nothing about it.
 */
public final class LayeredUndercutClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        Socket raw = new Socket(app.host(), app.port());
        SSLSocket socket = app.ping(app.factory().createSocket(raw, app.host(), app.port(), true));
        raw.close();
        socket.close();
        return new WeakReference<>(socket);
    }
}

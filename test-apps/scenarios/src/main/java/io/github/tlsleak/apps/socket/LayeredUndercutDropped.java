package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// expect: UNDERCUT defect SSLSocket client

/**
 * The program closes the connection under the TLS layer and forgets the SSLSocket: the peer sees a
 * bare end of the stream. The descriptor is free, so it is a defect, not a leak.
 */
public final class LayeredUndercutDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        Socket raw = new Socket(app.host(), app.port());
        SSLSocket socket = app.ping(app.factory().createSocket(raw, app.host(), app.port(), true));
        raw.close();
        return new WeakReference<>(socket);
    }
}

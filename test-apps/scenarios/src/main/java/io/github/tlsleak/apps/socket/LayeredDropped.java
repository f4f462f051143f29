package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// saw[jdk>=9,jdk<=18]: close_notify
// saw[jdk<=8]: any
// expect: LOST leak SSLSocket client
// expect[jdk<=18]: RESCUED leak SSLSocket client

/**
 * autoClose=false, both forgotten. Up to JDK 18 the finalizer sends the close_notify, and with TLS
 * 1.2 waits for the answer, which this peer gives.
 */
public final class LayeredDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        Socket raw = new Socket(app.host(), app.port());
        SSLSocket socket = app.ping(app.factory().createSocket(raw, app.host(), app.port(), false));
        return new WeakReference<>(socket);
    }
}

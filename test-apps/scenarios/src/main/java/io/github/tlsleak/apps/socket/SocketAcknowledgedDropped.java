package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server close_notify
// jvm: -Djdk.tls.acknowledgeCloseNotify=true
// saw: close_notify
// expect: UNANSWERED leak SSLSocket client

/**
 * As SocketPeerClosedDropped, with JSSE told to answer a close_notify in TLS 1.3 too: the protocol
 * is satisfied, the descriptor is still nobody's.
 */
public final class SocketAcknowledgedDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        socket.getInputStream().read();
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server close_notify
// jvm: -Djdk.tls.acknowledgeCloseNotify=true
// saw: close_notify
// expect: UNANSWERED leak SSLSocket client

/**
 * Like SocketPeerClosedDropped, but JSSE is configured to answer a close_notify in TLS 1.3 too. The
 * protocol is satisfied, but nobody closes the descriptor.
 */
public final class SocketAcknowledgedDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        socket.getInputStream().read();
        return new WeakReference<>(socket);
    }
}

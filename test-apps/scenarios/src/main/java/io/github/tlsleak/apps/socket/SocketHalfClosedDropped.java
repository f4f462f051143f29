package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server silent
// saw: close_notify
// expect: HALF_CLOSED leak SSLSocket client

/**
 * The program closes its own direction and then forgets the socket. The peer got the close_notify,
 * but nobody closed the descriptor. Up to JDK 18 the finalizer closes it; it is a leak anyway.
 */
public final class SocketHalfClosedDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        socket.shutdownOutput();
        return new WeakReference<>(socket);
    }
}

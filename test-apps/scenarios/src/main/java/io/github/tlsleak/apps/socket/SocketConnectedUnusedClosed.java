package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server plain
// saw: eof
// expect: none

/** Connected and closed again without a handshake: no close_notify is needed. */
public final class SocketConnectedUnusedClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = (SSLSocket) stage.factory().createSocket(stage.host(), stage.port());
        socket.close();
        return new WeakReference<>(socket);
    }
}

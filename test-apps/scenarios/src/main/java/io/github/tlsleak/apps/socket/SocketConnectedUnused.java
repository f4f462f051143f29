package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server plain
// saw: eof
// expect: UNUSED leak SSLSocket

/**
 * Connected, never used for a handshake, dropped. There is no session to end, but a descriptor is
 * left to the garbage collector.
 */
public final class SocketConnectedUnused {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = (SSLSocket) stage.factory().createSocket(stage.host(), stage.port());
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: none
// expect: none
// count: UNUSED 1

/**
 * Never connected: the socket holds nothing and is only counted. Many libraries create such
 * sockets.
 */
public final class SocketUnconnectedDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = (SSLSocket) stage.factory().createSocket();
        return new WeakReference<>(socket);
    }
}

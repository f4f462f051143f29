package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server fin
// saw: close_notify
// expect: none

/** The peer ends TCP without close_notify. The program reads -1 and closes: nothing is reported. */
public final class SocketPeerFinClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        socket.getInputStream().read();
        socket.close();
        return new WeakReference<>(socket);
    }
}

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server stall
// saw: close_notify
// expect: none

/**
 * Another thread closes the socket while the handshake waits for a peer that never answers. JSSE
 * sends user_canceled and close_notify in the clear. Nothing is left open.
 */
public final class SocketClosedInHandshake {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.restrict(stage.factory().createSocket(stage.host(), stage.port()));
        Thread shaker = EngineLink.start(() -> handshake(socket), "handshake");
        Stage.sleep(300);
        socket.close();
        EngineLink.join(shaker);
        return new WeakReference<>(socket);
    }

    private static void handshake(SSLSocket socket) {
        try {
            socket.startHandshake();
        } catch (IOException e) {
            // the handshake cannot succeed
        }
    }
}

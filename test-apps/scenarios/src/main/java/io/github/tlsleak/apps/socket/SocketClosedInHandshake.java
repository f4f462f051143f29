package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server stall
// saw: close_notify
// expect: none

/**
 * The socket is closed by another thread while the handshake waits for a peer that never answers.
 * JSSE sends user_canceled and close_notify in the clear; nothing is left behind.
 */
public final class SocketClosedInHandshake {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.restrict(app.factory().createSocket(app.host(), app.port()));
        Thread shaker = EngineLink.start(() -> handshake(socket), "handshake");
        App.sleep(300);
        socket.close();
        EngineLink.join(shaker);
        return new WeakReference<>(socket);
    }

    private static void handshake(SSLSocket socket) {
        try {
            socket.startHandshake();
        } catch (IOException e) {
            // The handshake cannot end well.
        }
    }
}

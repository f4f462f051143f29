package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server silent
// saw: close_notify
// expect: none
// count: CLOSED 1

/**
 * Another thread is blocked in read() when the socket is closed. The reader then fails with a late
 * fatal alert inside JSSE, after the close. That must not change the verdict.
 */
public final class SocketClosedWhileReading {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        Thread reader = EngineLink.start(() -> read(socket), "reader");
        Stage.sleep(200);
        socket.close();
        EngineLink.join(reader);
        return new WeakReference<>(socket);
    }

    private static void read(SSLSocket socket) {
        try {
            socket.getInputStream().read();
        } catch (IOException e) {
            // "Socket closed", as intended
        }
    }
}

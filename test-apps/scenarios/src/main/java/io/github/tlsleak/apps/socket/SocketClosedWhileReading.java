package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server silent
// saw: close_notify
// expect: none
// count: CLOSED 1

/**
 * Another thread is blocked in read() when the socket is closed. The reader then fails with a late
 * fatal alert inside JSSE, after the session was closed: that must not change the verdict.
 */
public final class SocketClosedWhileReading {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        Thread reader = EngineLink.start(() -> read(socket), "reader");
        App.sleep(200);
        socket.close();
        EngineLink.join(reader);
        return new WeakReference<>(socket);
    }

    private static void read(SSLSocket socket) {
        try {
            socket.getInputStream().read();
        } catch (IOException e) {
            // "Socket closed", as wanted.
        }
    }
}

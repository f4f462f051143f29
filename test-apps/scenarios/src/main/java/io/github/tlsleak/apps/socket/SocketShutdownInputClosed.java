package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/**
 * shutdownInput() throws if the peer has sent no close_notify. close() after it still sends the own
 * close_notify.
 */
public final class SocketShutdownInputClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        try {
            socket.shutdownInput();
        } catch (SSLException e) {
            // "closing inbound before receiving peer's close_notify": the input is closed anyway
        }
        socket.close();
        return new WeakReference<>(socket);
    }
}

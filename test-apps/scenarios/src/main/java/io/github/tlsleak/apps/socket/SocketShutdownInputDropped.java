package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server silent
// saw: eof
// saw[jdk>=9,jdk<=18]: close_notify
// saw[jdk<=8]: any
// expect: HALF_CLOSED leak SSLSocket client

/**
 * shutdownInput() throws if the peer has sent no close_notify. A program that then skips close()
 * makes a mistake: the input is closed, but the output and the descriptor are open. The peer was
 * there all the time. This side itself caused the exception.
 */
public final class SocketShutdownInputDropped {
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
        return new WeakReference<>(socket);
    }
}

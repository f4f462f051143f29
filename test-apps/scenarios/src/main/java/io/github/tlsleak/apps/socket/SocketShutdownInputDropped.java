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
 * shutdownInput() without a close_notify from the peer throws, a trap for programs that then skip
 * close(): the input is closed, the output and the descriptor are not. The peer was there all the
 * time, the exception is of this side's own making.
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
            // "closing inbound before receiving peer's close_notify": closed nevertheless.
        }
        return new WeakReference<>(socket);
    }
}

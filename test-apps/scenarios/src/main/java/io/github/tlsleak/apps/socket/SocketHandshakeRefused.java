package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server fail
// saw: eof
// expect: none
// count: FAILED 1

/** The peer answers with the fatal alert handshake_failure: JSSE closes the socket by itself. */
public final class SocketHandshakeRefused {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.restrict(stage.factory().createSocket(stage.host(), stage.port()));
        try {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            // the failure is intended
        }
        return new WeakReference<>(socket);
    }
}

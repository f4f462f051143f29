package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server fail
// saw: eof
// expect: FAILED leak SSLSocket client

/**
 * autoClose=false and the handshake fails. JSSE leaves the connection to the program, and the
 * program forgets it.
 */
public final class LayeredHandshakeFailedDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        Socket raw = new Socket(stage.host(), stage.port());
        SSLSocket socket =
                stage.restrict(
                        stage.factory().createSocket(raw, stage.host(), stage.port(), false));
        try {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            // the failure is intended
        }
        return new WeakReference<>(socket);
    }
}

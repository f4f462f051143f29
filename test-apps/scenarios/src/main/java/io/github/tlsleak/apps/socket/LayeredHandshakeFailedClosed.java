package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server fail
// saw: eof
// expect: none
// count: FAILED 1

/** autoClose=false: the handshake fails, and the program closes the connection, as it must. */
public final class LayeredHandshakeFailedClosed {
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
        raw.close();
        return new WeakReference<>(socket);
    }
}

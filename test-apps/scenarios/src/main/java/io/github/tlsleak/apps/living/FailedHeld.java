package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.net.Socket;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server fail
// tls: 1.3
// options: stuck=1s
// saw: any
// expect: FAILED defect SSLSocket client

/** autoClose=false and the handshake fails: the connection is the program's, and it keeps it. */
public final class FailedHeld {
    private FailedHeld() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Socket raw = Held.on(new Socket(stage.host(), stage.port()));
        SSLSocket socket =
                Held.on(
                        stage.restrict(
                                stage.factory()
                                        .createSocket(raw, stage.host(), stage.port(), false)));
        try {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            Stage.done();
        }
    }
}

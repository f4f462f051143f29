package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server silent
// tls: 1.2
// options: stuck=1s
// saw: any
// expect: CLOSE_BLOCKED defect SSLSocket client

/**
 * autoClose=false in TLS 1.2: close() waits for the close_notify of a peer that does not send it.
 */
public final class CloseBlocked {
    private CloseBlocked() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Socket raw = Held.on(new Socket(stage.host(), stage.port()));
        SSLSocket socket =
                Held.on(
                        stage.ping(
                                stage.factory()
                                        .createSocket(raw, stage.host(), stage.port(), false)));
        Held.thread("closer", () -> close(socket));
        Stage.done();
    }

    private static Void close(SSLSocket socket) throws IOException {
        socket.close();
        return null;
    }
}

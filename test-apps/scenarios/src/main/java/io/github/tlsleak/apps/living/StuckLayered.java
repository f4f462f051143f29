package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server stall
// tls: 1.3
// options: stuck=1s
// saw: any
// expect: STUCK defect SSLSocket client

/** TLS begins late on a connection, as with STARTTLS, and the peer has stopped answering. */
public final class StuckLayered {
    private StuckLayered() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Socket raw = Held.on(new Socket(stage.host(), stage.port()));
        SSLSocket socket =
                Held.on(
                        stage.restrict(
                                stage.factory()
                                        .createSocket(raw, stage.host(), stage.port(), true)));
        Held.thread("starttls", () -> socket.getInputStream().read());
        Stage.done();
    }
}

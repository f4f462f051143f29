package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server stall
// tls: 1.3
// options: stuck=1s
// saw: any
// expect: STUCK defect SSLSocket client

/** A read brings the handshake about that never ends. */
public final class StuckInRead {
    private StuckInRead() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket socket =
                Held.on(stage.restrict(stage.factory().createSocket(stage.host(), stage.port())));
        Held.thread("reader", () -> socket.getInputStream().read());
        Stage.done();
    }
}

package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import javax.net.ssl.SSLSocket;

// peer: server stall
// tls: 1.3
// options: stuck=1s
// saw: any
// expect: STUCK defect SSLSocket client
// over: STUCK

/** The handshake takes too long, and then the program gives it up and closes. */
public final class StuckOver {
    private StuckOver() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket socket =
                Held.on(stage.restrict(stage.factory().createSocket(stage.host(), stage.port())));
        Held.thread("handshake", () -> handshake(socket));
        Stage.sleep(8_000);
        socket.close();
        Stage.done();
    }

    private static Void handshake(SSLSocket socket) throws IOException {
        socket.startHandshake();
        return null;
    }
}

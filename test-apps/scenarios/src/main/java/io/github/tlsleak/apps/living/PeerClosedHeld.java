package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server closed
// tls: 1.3
// options: stuck=1s
// saw: any
// expect: PEER_CLOSED defect SSLSocket client

/** The program reads the end of the stream, and keeps the socket. */
public final class PeerClosedHeld {
    private PeerClosedHeld() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket socket =
                Held.on(stage.ping(stage.factory().createSocket(stage.host(), stage.port())));
        if (socket.getInputStream().read() >= 0) {
            throw new IllegalStateException("the peer must close");
        }
        Stage.done();
    }
}

package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server close_notify
// tls: 1.3
// options: stuck=2s
// saw: any
// expect: none

/**
 * TLS 1.3 closes each direction on its own: this side goes on writing, and closes when it is done.
 */
public final class PeerClosedStillWriting {
    private PeerClosedStillWriting() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket socket =
                Held.on(stage.ping(stage.factory().createSocket(stage.host(), stage.port())));
        if (socket.getInputStream().read() >= 0) {
            throw new IllegalStateException("the peer must close");
        }
        for (int i = 0; i < 80; i++) {
            socket.getOutputStream().write(i);
            Stage.sleep(100);
        }
        socket.close();
        Stage.done();
    }
}

package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.io.InputStream;
import javax.net.ssl.SSLSocket;

// peer: server closed
// tls: 1.3
// options: stuck=1s
// saw: any
// expect: PEER_CLOSED defect SSLSocket client

/** A loop reads the end of the stream again and again: that moves no data. */
public final class PeerClosedPolled {
    private PeerClosedPolled() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket socket =
                Held.on(stage.ping(stage.factory().createSocket(stage.host(), stage.port())));
        Held.thread("poller", () -> poll(socket));
        Stage.done();
    }

    private static Void poll(SSLSocket socket) throws IOException {
        InputStream in = socket.getInputStream();
        while (in.read() < 0) {
            Stage.sleep(50);
        }
        throw new IllegalStateException("the peer must close");
    }
}

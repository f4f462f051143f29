package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.net.Socket;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

// tls: 1.3
// options: stuck=1s,session.live=5
// expect: STUCK defect SSLSocket server x6

/** So many clients that say nothing are more than browsers that connect ahead. */
public final class StuckAcceptedMany {
    private StuckAcceptedMany() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLServerSocket server =
                (SSLServerSocket) stage.context().getServerSocketFactory().createServerSocket(0);
        for (int i = 0; i < 6; i++) {
            Held.on(new Socket(stage.host(), server.getLocalPort()));
            Held.on((SSLSocket) server.accept());
        }
        Held.on(server);
        Stage.done();
    }
}

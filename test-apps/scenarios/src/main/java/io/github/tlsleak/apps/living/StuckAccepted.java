package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

// peer: client stall
// tls: 1.3
// options: stuck=1s
// saw: any
// expect: STUCK notice SSLSocket server

/** A connection is accepted and put into a queue that nobody takes from. */
public final class StuckAccepted {
    private StuckAccepted() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        try (SSLServerSocket server = stage.listening(listen(stage))) {
            Held.on((SSLSocket) server.accept());
            Stage.done();
        }
    }

    private static SSLServerSocket listen(Stage stage) throws IOException {
        return (SSLServerSocket) stage.context().getServerSocketFactory().createServerSocket(0);
    }
}

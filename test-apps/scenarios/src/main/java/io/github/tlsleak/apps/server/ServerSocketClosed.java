package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLServerSocket;

// peer: none
// expect: none

/** A listening socket is closed. */
public final class ServerSocketClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(listen(stage));
        Stage.done();
    }

    private static WeakReference<SSLServerSocket> listen(Stage stage) throws IOException {
        try (SSLServerSocket server =
                (SSLServerSocket) stage.context().getServerSocketFactory().createServerSocket(0)) {
            return new WeakReference<>(server);
        }
    }
}

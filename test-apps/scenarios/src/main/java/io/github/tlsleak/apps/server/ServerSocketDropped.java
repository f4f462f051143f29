package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLServerSocket;

// peer: none
// expect: LOST leak SSLServerSocket

/** A listening socket is forgotten. It has no session, but a port and a descriptor. */
public final class ServerSocketDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(listen(stage));
        Stage.done();
    }

    private static WeakReference<SSLServerSocket> listen(Stage stage) throws IOException {
        return new WeakReference<>(
                (SSLServerSocket) stage.context().getServerSocketFactory().createServerSocket(0));
    }
}

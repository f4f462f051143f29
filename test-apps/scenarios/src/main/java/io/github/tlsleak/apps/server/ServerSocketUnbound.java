package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLServerSocket;

// peer: none
// expect: none

/**
 * Never bound: the socket holds nothing, so it is not reported. The JDK itself creates such sockets
 * to read default parameters.
 */
public final class ServerSocketUnbound {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(create(stage));
        Stage.done();
    }

    private static WeakReference<SSLServerSocket> create(Stage stage) throws IOException {
        return new WeakReference<>(
                (SSLServerSocket) stage.context().getServerSocketFactory().createServerSocket());
    }
}

package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.App;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLServerSocket;

// peer: none
// expect: none

/** A listening socket is closed. */
public final class ServerSocketClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(listen(app));
        App.done();
    }

    private static WeakReference<SSLServerSocket> listen(App app) throws IOException {
        try (SSLServerSocket server =
                (SSLServerSocket) app.context().getServerSocketFactory().createServerSocket(0)) {
            return new WeakReference<>(server);
        }
    }
}

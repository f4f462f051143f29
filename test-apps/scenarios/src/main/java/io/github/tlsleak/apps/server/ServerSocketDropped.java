package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.App;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLServerSocket;

// peer: none
// expect: LOST leak SSLServerSocket

/** A listening socket is forgotten: it has no session, but a port and a descriptor. */
public final class ServerSocketDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(listen(app));
        App.done();
    }

    private static WeakReference<SSLServerSocket> listen(App app) throws IOException {
        return new WeakReference<>(
                (SSLServerSocket) app.context().getServerSocketFactory().createServerSocket(0));
    }
}

package io.github.tlsleak.apps.server;

import io.github.tlsleak.apps.support.App;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLServerSocket;

// peer: none
// expect: none

/**
 * Never bound: holds nothing worth a report. The JDK itself creates such sockets to ask for default
 * parameters.
 */
public final class ServerSocketUnbound {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(create(app));
        App.done();
    }

    private static WeakReference<SSLServerSocket> create(App app) throws IOException {
        return new WeakReference<>(
                (SSLServerSocket) app.context().getServerSocketFactory().createServerSocket());
    }
}

package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.App;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.ConnectException;
import java.net.ServerSocket;

// peer: none
// expect: none

/**
 * Nobody listens: createSocket throws out of the constructor. The half built object was never the
 * program's, so there is nothing that it could have closed.
 */
public final class SocketConnectRefused {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        connect(app);
        App.awaitCollected(new WeakReference<>(new Object()));
        App.done();
    }

    private static void connect(App app) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try {
            app.factory().createSocket("127.0.0.1", port);
            throw new IllegalStateException("nobody should be there");
        } catch (ConnectException e) {
            // As intended.
        }
    }
}

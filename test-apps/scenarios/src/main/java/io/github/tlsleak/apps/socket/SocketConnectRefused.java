package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.ConnectException;
import java.net.ServerSocket;

// peer: none
// expect: none

/**
 * Nobody listens: createSocket throws out of the constructor. The program never had the half-built
 * object, so it could not close anything.
 */
public final class SocketConnectRefused {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        connect(stage);
        Stage.awaitCollected(new WeakReference<>(new Object()));
        Stage.done();
    }

    private static void connect(Stage stage) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try {
            stage.factory().createSocket("127.0.0.1", port);
            throw new IllegalStateException("nobody should be there");
        } catch (ConnectException e) {
            // the failure is intended
        }
    }
}

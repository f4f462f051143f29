package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;

// peer: server silent
// tls: 1.2
// options: stuck=1s
// saw: any
// expect: CLOSE_BLOCKED leak SSLSocket client

/**
 * The owner of a connection is forgotten. Its finalizer closes the connection, which waits for the
 * close_notify of a silent peer, and all other finalizers wait behind it.
 */
public final class CloseBlockedInFinalizer {

    private static final CountDownLatch CLOSING = new CountDownLatch(1);

    private CloseBlockedInFinalizer() {}

    /** Owns a connection that others know, too. */
    private static final class Owner {
        private final SSLSocket socket;

        Owner(SSLSocket socket) {
            this.socket = socket;
        }

        @Override
        @SuppressWarnings({"deprecation", "removal"})
        protected void finalize() throws IOException {
            CLOSING.countDown();
            socket.close();
        }
    }

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        forget(stage);
        while (CLOSING.getCount() > 0) {
            System.gc();
            Stage.sleep(50);
        }
        Stage.done();
    }

    private static void forget(Stage stage) throws IOException {
        Socket raw = Held.on(new Socket(stage.host(), stage.port()));
        new Owner(
                Held.on(
                        stage.ping(
                                stage.factory()
                                        .createSocket(raw, stage.host(), stage.port(), false))));
    }
}

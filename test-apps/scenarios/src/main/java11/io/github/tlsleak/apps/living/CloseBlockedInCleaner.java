package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;

// jdk: 11+
// peer: server silent
// tls: 1.2
// options: stuck=1s
// saw: any
// expect: CLOSE_BLOCKED leak SSLSocket client

/**
 * The owner of a connection is forgotten. A cleaner closes the connection, which waits for the
 * close_notify of a silent peer, and the cleaner's other work waits behind it.
 */
public final class CloseBlockedInCleaner {
    private CloseBlockedInCleaner() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        CountDownLatch closing = new CountDownLatch(1);
        forget(stage, closing);
        while (closing.getCount() > 0) {
            System.gc();
            Stage.sleep(50);
        }
        Stage.done();
    }

    private static void forget(Stage stage, CountDownLatch closing) throws IOException {
        Socket raw = Held.on(new Socket(stage.host(), stage.port()));
        SSLSocket socket =
                stage.ping(stage.factory().createSocket(raw, stage.host(), stage.port(), false));
        Held.on(Cleaner.create()).register(new Object(), () -> close(socket, closing));
    }

    private static void close(SSLSocket socket, CountDownLatch closing) {
        closing.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

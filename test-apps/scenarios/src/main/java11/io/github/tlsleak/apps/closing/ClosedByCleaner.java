package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;

// jdk: 11+
// peer: server await
// saw: close_notify x3
// expect: RESCUED leak SSLSocket client x2
// count: CLOSED 1

/**
 * The owners of connections are forgotten, and a cleaner closes the connections: on the cleaner's
 * own thread, or on a thread that the program has made. One connection is closed in order, because
 * the program itself calls clean().
 */
public final class ClosedByCleaner {
    private static final List<WeakReference<SSLSocket>> SOCKETS = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        CountDownLatch closed = new CountDownLatch(2);
        forget(stage, Cleaner.create(), closed);
        forget(stage, Cleaner.create(task -> daemon(new Thread(task, "order-worker"))), closed);
        while (closed.getCount() > 0) {
            System.gc();
            Stage.sleep(50);
        }
        register(stage, Cleaner.create(), new CountDownLatch(1), new Object()).clean();
        Stage.awaitCollected(SOCKETS.toArray(new WeakReference<?>[0]));
        Stage.done();
    }

    private static Thread daemon(Thread thread) {
        thread.setDaemon(true);
        return thread;
    }

    private static void forget(Stage stage, Cleaner cleaner, CountDownLatch closed)
            throws IOException {
        register(stage, cleaner, closed, new Object());
    }

    private static Cleaner.Cleanable register(
            Stage stage, Cleaner cleaner, CountDownLatch closed, Object owner) throws IOException {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        SOCKETS.add(new WeakReference<>(socket));
        return cleaner.register(owner, () -> close(socket, closed));
    }

    private static void close(SSLSocket socket, CountDownLatch closed) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        closed.countDown();
    }
}

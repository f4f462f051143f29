package io.github.tlsleak.apps.closing;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify x5
// saw[jdk<=8]: any
// expect: RESCUED leak SSLSocket client x2
// count: CLOSED 3

/**
 * The owners of connections are forgotten, and their finalizers close the connections: one that is
 * still reachable, and one that is not. On 8 a finalizer of the JDK may close the descriptor first.
 * Other connections are closed in order: by a plain thread, by a thread that is named like a
 * cleaner's, and by a thread that waits for references as database drivers do.
 */
public final class ClosedByFinalizer {
    private static final List<SSLSocket> KEPT = new ArrayList<>();
    private static final List<WeakReference<SSLSocket>> SOCKETS = new ArrayList<>();

    /** Owns a connection. */
    private static final class Owner {
        private final SSLSocket socket;
        private final CountDownLatch closed;

        Owner(SSLSocket socket, CountDownLatch closed) {
            this.socket = socket;
            this.closed = closed;
        }

        @Override
        @SuppressWarnings({"deprecation", "removal"})
        protected void finalize() throws IOException {
            socket.close();
            closed.countDown();
        }
    }

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        CountDownLatch closed = new CountDownLatch(2);
        own(open(stage), closed);
        KEPT.add(open(stage));
        own(KEPT.get(0), closed);
        while (closed.getCount() > 0) {
            System.gc();
            Stage.sleep(50);
        }
        KEPT.clear();
        byThreads(stage);
        Stage.awaitCollected(SOCKETS.toArray(new WeakReference<?>[0]));
        Stage.done();
    }

    private static void own(SSLSocket socket, CountDownLatch closed) {
        new Owner(socket, closed);
    }

    private static SSLSocket open(Stage stage) throws IOException {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        SOCKETS.add(new WeakReference<>(socket));
        return socket;
    }

    private static void byThreads(Stage stage) throws Exception {
        SSLSocket plain = open(stage);
        EngineLink.join(EngineLink.start(() -> close(plain), "worker"));
        SSLSocket named = open(stage);
        EngineLink.join(EngineLink.start(() -> close(named), "Cleaner-1"));
        byQueue(open(stage));
    }

    private static void byQueue(SSLSocket socket) {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        Reference<Object> forgotten = new PhantomReference<>(new Object(), queue);
        Thread cleanup =
                EngineLink.start(
                        () -> {
                            awaitIn(queue);
                            close(socket);
                        },
                        "cleanup");
        EngineLink.join(cleanup);
        forgotten.clear();
    }

    private static void awaitIn(ReferenceQueue<Object> queue) {
        while (queue.poll() == null) {
            System.gc();
            Stage.sleep(20);
        }
    }

    private static void close(SSLSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

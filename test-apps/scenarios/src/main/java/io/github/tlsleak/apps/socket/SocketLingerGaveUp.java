package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;

// peer: server deaf
// jdk: 11+
// saw: eof
// expect: UNSENT defect SSLSocket client

/**
 * The peer stops reading, and a writer thread blocks in the middle of a record. With SO_LINGER,
 * close() waits a second for the writer's lock and then gives up: the socket is closed without a
 * close_notify. JDK 8 has no such limit.
 */
public final class SocketLingerGaveUp {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        socket.setSoLinger(true, 1);
        AtomicLong written = new AtomicLong();
        Thread writer = EngineLink.start(() -> write(socket, written), "writer");
        awaitStuck(written);
        socket.close();
        EngineLink.join(writer);
        return new WeakReference<>(socket);
    }

    private static void write(SSLSocket socket, AtomicLong written) {
        try {
            while (true) {
                socket.getOutputStream().write(new byte[16_000]);
                written.incrementAndGet();
            }
        } catch (IOException e) {
            // close() has ended the write
        }
    }

    private static void awaitStuck(AtomicLong written) {
        long before = -1;
        while (before != written.get() || before == 0) {
            before = written.get();
            Stage.sleep(300);
        }
    }
}

package io.github.tlsleak.apps.soak;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Transports of sessions that were forgotten. A SocketChannel has no cleaner: without this the
 * program would run out of descriptors. Each is closed a while after its session was collected:
 * whoever judges the session must see that it was open. Used by one thread at a time.
 */
final class Later {

    private static final long WHILE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** A session that is gone, as far as is known, since a time of {@link System#nanoTime()}. */
    private static final class Kept {
        final WeakReference<Object> session;
        final Closeable transport;
        long goneSince;

        Kept(Object session, Closeable transport) {
            this.session = new WeakReference<>(session);
            this.transport = transport;
        }

        boolean isGone(long now) {
            if (session.get() != null) {
                goneSince = 0;
            } else if (goneSince == 0) {
                goneSince = now;
            }
            return goneSince != 0;
        }
    }

    private final Deque<Kept> kept = new ArrayDeque<>();

    void keep(Object session, Closeable transport) {
        kept.add(new Kept(session, transport));
    }

    /** Closes the transports of sessions that have been gone for a while. */
    void close() throws IOException {
        long now = System.nanoTime();
        int all = kept.size();
        for (int i = 0; i < all; i++) {
            Kept next = kept.remove();
            if (next.isGone(now) && now - next.goneSince >= WHILE_NANOS) {
                next.transport.close();
            } else {
                kept.add(next);
            }
        }
    }

    /** Closes all of them: the sessions have been judged. */
    void closeAll() throws IOException {
        for (Kept next = kept.poll(); next != null; next = kept.poll()) {
            next.transport.close();
        }
    }
}

package io.github.tlsleak.agent.track;

import io.github.tlsleak.common.verdict.Resource;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which threads are inside the handshake or the close of a socket at this moment. They are few, and
 * the table is bounded. Thread-safe; application threads put themselves in and out without a lock
 * that the agent holds.
 */
public final class InsideCalls {

    private static final int MOST = 10_000;

    /**
     * By the identity hash of the object: the session of an object that is closed in order cannot
     * be looked up any more when the close returns. Of two objects with one hash the later one is
     * in.
     */
    private final ConcurrentHashMap<Integer, Call> calls = new ConcurrentHashMap<>();

    /** This thread begins the handshake of a socket. Engines do not wait inside theirs. */
    void handshake(Session session) {
        enter(session, false);
    }

    /** This thread begins to close a socket, or half of it. */
    void close(Session session) {
        enter(session, true);
    }

    private void enter(Session session, boolean closes) {
        if (session.origin.resource == Resource.SSL_SOCKET && calls.mappingCount() < MOST) {
            calls.put(session.hash, new Call(session, closes));
        }
    }

    /** The handshake or the close of an object is over, on whatever thread. */
    void leave(Object object) {
        // an engine is never in, and most often nothing is
        if (!calls.isEmpty()) {
            calls.remove(System.identityHashCode(object));
        }
    }

    /** Forgets all calls: that they return may not be seen. */
    void clear() {
        calls.clear();
    }

    /** Whether no thread is inside any. */
    public boolean isEmpty() {
        return calls.isEmpty();
    }

    /** The calls at this moment; may change meanwhile. */
    public Collection<Call> all() {
        return calls.values();
    }

    /** The call that is inside one of a session's objects, the last one made; null if none is. */
    public @Nullable Call inside(Session root) {
        Call own = calls.get(root.hash);
        if (own != null && own.session == root || root.relations() == null) {
            return own != null && own.session == root ? own : null;
        }
        Call last = null;
        for (Call call : calls.values()) {
            if (call.session.root() == root && (last == null || call.since > last.since)) {
                last = call;
            }
        }
        return last;
    }

    /** Forgets calls that have ended without a sign of it. */
    public void prune() {
        calls.values().removeIf(Call::isOver);
    }

    /** One thread inside one call; leads to the thread and does not hold it. Immutable. */
    public static final class Call extends WeakReference<Thread> {

        /** The record of the object whose method was called. */
        public final Session session;

        /** Whether the thread closes the session; else it is in its handshake. */
        public final boolean closes;

        /** When it came in, by {@link MonotonicClock}, milliseconds. */
        public final long since = MonotonicClock.millis();

        Call(Session session, boolean closes) {
            super(Thread.currentThread());
            this.session = session;
            this.closes = closes;
        }

        /** A session that was closed in order has a verdict, too, and its close may still hang. */
        private boolean isOver() {
            Thread thread = get();
            boolean judged = session.is(SessionFlags.JUDGED) && !session.is(SessionFlags.DISMISSED);
            return thread == null || !thread.isAlive() || judged && session.outer() == null;
        }
    }
}

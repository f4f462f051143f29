package io.github.tlsleak.agent.track;

import io.github.tlsleak.common.verdict.Resource;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which threads are inside the handshake or the close of a socket at this moment. They are few, and
 * the table is bounded. Thread-safe; application threads put themselves in and out without a lock
 * that the agent holds.
 */
public final class InsideCalls {

    private static final int MOST = 10_000;

    private final ConcurrentHashMap<Session, Call> calls = new ConcurrentHashMap<>();

    /** This thread begins the handshake of a socket. Engines do not wait inside theirs. */
    void handshake(Session session) {
        enter(session, false);
    }

    /** This thread begins to close a socket, or half of it. */
    public void close(Session session) {
        enter(session, true);
    }

    private void enter(Session session, boolean closes) {
        if (session.origin.resource == Resource.SSL_SOCKET && calls.mappingCount() < MOST) {
            calls.put(session, new Call(closes));
        }
    }

    /** The handshake or the close is over, on whatever thread. */
    public void leave(Session session) {
        calls.remove(session);
    }

    /** Whether no thread is inside any. */
    public boolean isEmpty() {
        return calls.isEmpty();
    }

    /** The calls at this moment by the record of their object; may change meanwhile. */
    public Iterable<Map.Entry<Session, Call>> all() {
        return calls.entrySet();
    }

    /** The call that is inside one of a session's objects, the last one made; null if none is. */
    public @Nullable Call inside(Session root) {
        Call own = calls.get(root);
        if (own != null || root.relations() == null) {
            return own;
        }
        Call last = null;
        for (Map.Entry<Session, Call> entry : calls.entrySet()) {
            Call call = entry.getValue();
            if (entry.getKey().root() == root && (last == null || call.since > last.since)) {
                last = call;
            }
        }
        return last;
    }

    /** Forgets calls that have ended without a sign of it. */
    public void prune() {
        calls.entrySet().removeIf(entry -> isOver(entry.getKey(), entry.getValue()));
    }

    /** A session that was closed in order has a verdict, too, and its close may still hang. */
    private static boolean isOver(Session session, Call call) {
        boolean judged = session.is(SessionFlags.JUDGED) && !session.is(SessionFlags.DISMISSED);
        return !call.isAlive() || judged && session.outer() == null;
    }

    /** One thread inside one call; leads to the thread and does not hold it. Immutable. */
    public static final class Call extends WeakReference<Thread> {

        /** Whether the thread closes the session; else it is in its handshake. */
        public final boolean closes;

        /** When it came in, by {@link MonotonicClock}, milliseconds. */
        public final long since = MonotonicClock.millis();

        Call(boolean closes) {
            super(Thread.currentThread());
            this.closes = closes;
        }

        private boolean isAlive() {
            Thread thread = get();
            return thread != null && thread.isAlive();
        }
    }
}

package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.FinalizerStacks;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.site.StackSource;
import io.github.tlsleak.common.verdict.Resource;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What finalizers and cleaners do to sessions. Thread-safe. */
public final class FinalizerCloses {

    private static final int CLOSING = SessionState.CLOSED | SessionState.OUTPUT_CLOSED;

    /** Sessions that a finalizer has begun to close, for the collector to wait for that. */
    public final ConcurrentLinkedQueue<Session> begun = new ConcurrentLinkedQueue<>();

    /** Those whose close() has not come back; there are few threads that run finalizers. */
    private final ConcurrentMap<Session, Begun> inside = new ConcurrentHashMap<>();

    private final Tracker tracker;
    private final FinalizerThreads finalizing;

    FinalizerCloses(Tracker tracker, StackSource stacks) {
        this.tracker = tracker;
        this.finalizing = new FinalizerThreads(stacks);
    }

    /**
     * An event of a reachable session: a close by somebody else's finalizer or cleaner is none of
     * the program's.
     *
     * @return false if it is not that
     */
    boolean takes(Session root, Event event) {
        switch (event) {
            case CLOSE:
            case CLOSE_OUTPUT:
                if (SessionState.has(root.state(), CLOSING) || !finalizing.isHere(root)) {
                    return false;
                }
                begin(root, event);
                return true;
            case CLOSE_NOTIFY:
                int state = root.state();
                boolean rescued =
                        SessionState.has(state, SessionState.RESCUE_STARTED)
                                && !SessionState.has(state, CLOSING);
                if (rescued && root.origin.resource == Resource.SSL_ENGINE) {
                    end(root, null);
                }
                return rescued;
            default:
                return false;
        }
    }

    /** An event of an object of the class that is being finalized; most mean nothing any more. */
    void event(Session root, Class<?> type, Event event) {
        switch (event) {
            case CLOSE:
            case CLOSE_OUTPUT:
                begin(root, event);
                break;
            case CLOSE_NOTIFY:
                // of a socket close() may hang after this (TLS 1.2, waiting for the peer's answer)
                if (root.origin.resource == Resource.SSL_ENGINE) {
                    end(root, type);
                }
                break;
            case NATIVE_FREED:
                root.apply(Event.NATIVE_RESCUED);
                break;
            default:
                break;
        }
    }

    /** A finalizer begins to close, on this thread. */
    void begin(Session root, Event event) {
        root.apply(Event.RESCUE_STARTED);
        if (event == Event.CLOSE) {
            inside.putIfAbsent(root, new Begun(tracker.clock));
            begun.add(root);
        }
    }

    /**
     * A finalizer has closed, on this thread.
     *
     * @param type the class of what it has closed, or null
     */
    void end(Session root, @Nullable Class<?> type) {
        inside.remove(root);
        if (!SessionState.has(root.state(), CLOSING)) {
            foreign(root, type);
        }
        root.apply(Event.RESCUED);
        tracker.decided.add(root);
    }

    /** Whether a finalizer is inside the session's close(). */
    public boolean isInside(Session root) {
        return inside.containsKey(root);
    }

    /**
     * Forgets the finalizer that is inside the session's close().
     *
     * @return its stack, if it has been there for so long; else null
     */
    public StackTraceElement @Nullable [] takeHung(Session root, long millis) {
        Begun begin = inside.remove(root);
        return begin == null ? null : begin.stackAfter(millis);
    }

    /** Keeps the stack if it is that of another object's finalizer. */
    private void foreign(Session root, @Nullable Class<?> closed) {
        Site here = tracker.site(false);
        String closer = FinalizerStacks.closer(here.stack());
        if (closer == null || closed != null && isOf(closer, closed)) {
            return;
        }
        SessionRelations relations = root.relationsOrNew();
        if (relations.closedAt == null) {
            relations.closedAt = here;
            root.note(SessionFlags.FOREIGN);
        }
    }

    private static boolean isOf(String className, Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.getName().equals(className)) {
                return true;
            }
        }
        return false;
    }

    /** When a close began, and on which thread. */
    private static final class Begun {
        private final WeakReference<Thread> thread = new WeakReference<>(Thread.currentThread());
        private final MonotonicClock clock;
        private final long began;

        Begun(MonotonicClock clock) {
            this.clock = clock;
            this.began = clock.now();
        }

        StackTraceElement @Nullable [] stackAfter(long millis) {
            Thread at = thread.get();
            boolean enough = clock.now() - began >= millis;
            try {
                return at == null || !enough ? null : at.getStackTrace();
            } catch (SecurityException e) {
                // a policy that does not know this agent's thread
                return null;
            }
        }
    }
}

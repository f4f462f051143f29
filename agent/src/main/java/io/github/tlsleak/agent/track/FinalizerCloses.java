package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.FinalizerStacks;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.StackSource;
import io.github.tlsleak.common.verdict.Resource;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Follows the closes of sessions by finalizers and cleaners. Thread-safe. */
public final class FinalizerCloses {

    private static final int CLOSING = SessionState.CLOSED | SessionState.OUTPUT_CLOSED;

    /** Sessions that a finalizer has begun to close. The collector waits for these closes. */
    public final ConcurrentLinkedQueue<Session> begun = new ConcurrentLinkedQueue<>();

    /** Closes at work. They are few, because few threads run finalizers. */
    private final ConcurrentMap<Session, Begun> inside = new ConcurrentHashMap<>();

    private final Tracker tracker;
    private final FinalizerThreads finalizing;

    FinalizerCloses(Tracker tracker, StackSource stacks) {
        this.tracker = tracker;
        this.finalizing = new FinalizerThreads(stacks);
    }

    /**
     * An event of a reachable session. A close by the finalizer or cleaner of another object does
     * not count as a close by the program.
     *
     * @return true if the event belongs to such a close and was handled here
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

    /** An event of an object that is being finalized. Most events have no meaning then. */
    void event(Session root, Class<?> type, Event event) {
        switch (event) {
            case CLOSE:
            case CLOSE_OUTPUT:
                begin(root, event);
                break;
            case CLOSE_NOTIFY:
                // a socket's close() may hang after this: in TLS 1.2 it waits for the peer's answer
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
     * A finalizer has closed a session, on this thread.
     *
     * @param type the class of the object that was closed
     */
    void end(Session root, @Nullable Class<?> type) {
        inside.remove(root);
        if (!SessionState.has(root.state(), CLOSING)) {
            noteForeign(root, type);
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
     * @param millis how long it must have been inside to count as hanging
     * @return the stack of its thread, or null if it has not been inside for so long
     */
    public StackTraceElement @Nullable [] takeHung(Session root, long millis) {
        Begun close = inside.remove(root);
        return close == null ? null : close.stackAfter(millis);
    }

    /** Keeps the stack if the finalizer belongs to another object. */
    private void noteForeign(Session root, @Nullable Class<?> closed) {
        CallStack here = tracker.stacks.here(false);
        String closer = FinalizerStacks.closer(here.frames());
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
            Thread closing = thread.get();
            boolean longEnough = clock.now() - began >= millis;
            try {
                return closing == null || !longEnough ? null : closing.getStackTrace();
            } catch (SecurityException e) {
                // the security policy does not permit the agent's thread to read stacks
                return null;
            }
        }
    }
}

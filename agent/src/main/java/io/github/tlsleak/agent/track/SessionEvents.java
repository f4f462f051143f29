package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.OpenState;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.common.verdict.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Changes sessions as events say, and does what follows from a change: keeps the stack that closed,
 * forgets what was closed in order. Thread-safe; called on application threads. It takes a lock for
 * a few assignments only, when a wrapper and its delegate become one session.
 */
@SuppressWarnings("ReferenceEquality")
public final class SessionEvents {

    private final Tracker tracker;
    private final CloseSites closeSites;

    /**
     * @param tracker where records are kept
     */
    public SessionEvents(Tracker tracker) {
        this.tracker = tracker;
        this.closeSites = new CloseSites(tracker);
    }

    /**
     * Something happened to an object.
     *
     * @param object what is known of the object
     * @param event what happened
     */
    public void apply(Followed object, Event event) {
        object.happened(event, this);
    }

    /**
     * A server's socket has its client. The server made it before it waited for one, maybe while an
     * earlier test ran: the session is of the test that runs now.
     *
     * @param object what is known of the socket
     */
    public void accepted(Followed object) {
        Session session = object.session();
        if (session != null) {
            tracker.giveScope(session.root());
        }
    }

    /** An event of a reachable object. */
    void ofSession(Session session, Event event) {
        Session root = session.root();
        if (root != session && event == Event.CLOSE) {
            session.note(SessionFlags.CLOSES_ITSELF);
        }
        if (!tracker.finalizerCloses.takes(root, event)
                && (root == session || event != Event.CLOSE_NOTIFY || canSend(root))) {
            move(root, event);
        }
    }

    /** Whether a close_notify that the delegate has produced can still be sent. */
    private static boolean canSend(Session root) {
        return OpenState.sends(root.origin.resource, root.state());
    }

    /** An event of an object that a finalizer works on. */
    void inFinalizer(Session root, Class<?> type, Event event) {
        tracker.finalizerCloses.event(root, type, event);
    }

    /** Changes the state of a session, and does what follows from that. */
    public void move(Session root, Event event) {
        if (root.apply(event)) {
            closeSites.moved(root, event);
            tracker.closedSessions.consider(root);
        }
    }

    /** The same for an event of its transport; returns whether the state has changed. */
    boolean moveByTransport(Session root, Event event) {
        boolean moved = root.apply(event);
        if (moved) {
            closeSites.moved(root, event);
        }
        return moved;
    }

    /**
     * This thread begins a handshake, or a close, in which it may have to wait.
     *
     * @param object what is known of the object
     * @param closes whether it is a close
     */
    public void entered(Followed object, boolean closes) {
        Session session = object.session();
        if (session != null && closes) {
            tracker.inside.close(session);
        } else if (session != null) {
            tracker.inside.handshake(session);
        }
    }

    /**
     * A handshake or a close is over.
     *
     * @param object the object itself; nothing may be known of it any more
     */
    public void left(Object object) {
        tracker.inside.leave(object);
    }

    /**
     * A close has returned or thrown.
     *
     * @param object what is known of the object
     * @param type the class of the object
     * @param thrown what the close threw
     */
    public void closed(Followed object, Class<?> type, @Nullable Throwable thrown) {
        object.closeEnded(type, thrown, this);
    }

    /** The close of a reachable object has returned or thrown. */
    void closedSession(Session session, Class<?> type, @Nullable Throwable thrown) {
        Session root = session.root();
        if (tracker.finalizerCloses.isInside(root)) {
            tracker.finalizerCloses.end(root, type);
        } else if (thrown != null) {
            root.relationsOrNew().closeError = thrown.getClass().getName();
            root.apply(Event.CLOSE_THREW);
        } else if (session.origin.resource == Resource.SSL_SOCKET
                && !root.hasEngineBelow()
                && SessionState.has(root.state(), SessionState.ESTABLISHED)
                && !SessionState.has(root.state(), SessionState.PRECISE | SessionState.FATAL)) {
            // of this provider only the return of its close() is seen
            move(root, Event.CLOSE_NOTIFY);
        }
        closeSites.closed(root);
    }

    /** A finalizer's close has returned or thrown. */
    void closedInFinalizer(Session root, Class<?> type) {
        tracker.finalizerCloses.end(root, type);
    }

    /**
     * An object works through another: they are one session from now on.
     *
     * @param outer what is known of the wrapper
     * @param inner what is known of the delegate
     */
    public void link(Followed outer, Followed inner) {
        Session to = outer.session();
        Session from = inner.session();
        if (from != null
                && to != null
                && Delegation.mayJoin(to, from)
                && Delegation.join(to, from)) {
            tracker.totals.countJoined();
        }
    }

    /**
     * Application data moved.
     *
     * @param object what is known of the object
     */
    public void active(Followed object) {
        Session session = object.session();
        if (session != null) {
            session.root().touch(MonotonicClock.millis());
        }
    }
}

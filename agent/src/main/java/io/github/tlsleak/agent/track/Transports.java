package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.StackSource;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.verdict.Resource;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sockets that carry sessions, and what happens to them. Thread-safe. */
@SuppressWarnings("ReferenceEquality")
public final class Transports {

    /** Sessions whose transport was closed, for the collector. */
    final ConcurrentLinkedQueue<Session> undercut = new ConcurrentLinkedQueue<>();

    private static final String[] JDK = {"java.", "javax.", "sun.", "com.sun.", "jdk."};

    private static final int CLOSING = SessionState.CLOSED | SessionState.OUTPUT_CLOSED;

    private final Tracker tracker;
    private final StackSource stacks;
    private volatile KnownBehaviours known;

    Transports(Tracker tracker, StackSource stacks) {
        this.tracker = tracker;
        this.stacks = stacks;
    }

    /**
     * A session works over another socket.
     *
     * @param object the session's object
     * @param raw the socket below
     */
    public void layered(Object object, Object raw) {
        Session session = tracker.session(object);
        if (session != null) {
            layer(session, raw);
            // one that does TLS is a session of its own
            boolean sun = session.origin.className.startsWith("sun.security.ssl.");
            if (sun && session.transport() instanceof TransportRecord) {
                over(session, raw.getClass().getName());
            }
        }
    }

    /** Which sockets throw a close_notify away is known from here on. */
    public void know(KnownBehaviours behaviours) {
        known = behaviours;
    }

    /**
     * SunJSSE hands its bytes to the socket below: where that is not one of the JDK's, nobody knows
     * what becomes of them. By name: an application's loader is not asked for.
     */
    void over(Session session, String className) {
        if (!isOfTheJdk(className)) {
            session.relationsOrNew().overClass = className;
            if (known != null && known.swallows(className)) {
                session.note(SessionFlags.SWALLOWED);
            }
            tracker.totals.countOver(className);
        }
    }

    private static boolean isOfTheJdk(String className) {
        for (String prefix : JDK) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    void layer(Session session, Object raw) {
        Tracked below = tracker.table.find(raw);
        if (below instanceof Session) {
            ((Session) below).relationsOrNew().carries = session;
        } else if (below instanceof TransportRecord) {
            ((TransportRecord) below).carries = session;
        } else {
            below = new TransportRecord(raw, tracker.queue, session);
            tracker.table.add(below);
        }
        session.setTransport(below);
    }

    /**
     * What happened to a socket that may carry a session.
     *
     * @param raw the socket
     * @param event {@code TRANSPORT_CLOSED}, {@code TRANSPORT_SHUT} or one of {@code LINGER_*}
     * @param current the tracked object at work on this thread, or null
     */
    public void raw(Object raw, Event event, Object current) {
        Tracked below = tracker.table.find(raw);
        Session above =
                below instanceof TransportRecord
                        ? ((TransportRecord) below).carries
                        : below instanceof Session ? ((Session) below).carries() : null;
        if (above == null) {
            return;
        }
        Session root = above.root();
        Session running = current == null ? null : tracker.session(current);
        boolean within = running != null && running.root() == root;
        boolean closed = event == Event.TRANSPORT_CLOSED;
        boolean ends = closed || event == Event.TRANSPORT_SHUT;
        boolean closing = SessionState.has(root.state(), CLOSING);
        if (ends && closing && within && isAbove(running, above)) {
            insideClose(above, root, closed);
        } else if (!ends || !(within || closesByItself(above, root, event))) {
            settle(root, event);
        } else if (closed) {
            settle(root, Event.DESCRIPTOR_CLOSED);
        }
    }

    /** A wrapper that is closing takes the transport away: too early, if it comes first. */
    private void insideClose(Session above, Session root, boolean closed) {
        if (!above.isNoted(SessionFlags.CLOSES_ITSELF)) {
            tracker.apply(root, Event.UNDERCUT_INSIDE);
        }
        if (closed) {
            settle(root, Event.DESCRIPTOR_CLOSED);
        }
    }

    /** Whether one works through the other. */
    private static boolean isAbove(Session wrapper, Session delegate) {
        for (Session s = delegate.outer(); s != null; s = s.outer()) {
            if (s == wrapper) {
                return true;
            }
        }
        return false;
    }

    /** Whether an engine's channel is gone, and nobody has closed it. */
    static boolean leftOpen(Session root) {
        return root.origin.resource == Resource.SSL_ENGINE
                && carries(root)
                && root.transport().isUnreachable()
                && !SessionState.has(root.state(), SessionState.DESCRIPTOR_CLOSED);
    }

    /** Whether what becomes of the transport is this session's: another may have taken it over. */
    static boolean carries(Session root) {
        Tracked below = root.transport();
        if (root.origin.resource != Resource.SSL_ENGINE) {
            return below != null;
        }
        Session above = below instanceof TransportRecord ? ((TransportRecord) below).carries : null;
        return above != null && above.root() == root;
    }

    /**
     * SO_LINGER was set on a socket, or switched off.
     *
     * @param socket a session's, or one below
     * @param seconds less than 0 for off
     */
    public void lingers(Object socket, int seconds) {
        Session session = tracker.session(socket);
        Tracked below = session == null ? tracker.table.find(socket) : session;
        Session above = session;
        if (below instanceof TransportRecord) {
            above = ((TransportRecord) below).carries;
        }
        if (above != null && seconds >= 0) {
            above.root().note(SessionFlags.LINGERS);
        }
        raw(socket, seconds == 0 ? Event.LINGER_ZERO : Event.LINGER_OTHER, null);
    }

    void settle(Session root, Event event) {
        boolean closed = event == Event.TRANSPORT_CLOSED || event == Event.DESCRIPTOR_CLOSED;
        if (root.apply(event)) {
            tracker.closeSites.moved(root, event);
            if (closed) {
                undercut.add(root);
            }
        }
    }

    /**
     * A provider whose internals are not known may close what it works over while the program reads
     * or writes, mostly because the peer has closed. Its own code is on the stack then.
     */
    private boolean closesByItself(Session above, Session root, Event event) {
        int state = root.state();
        boolean undercuts =
                SessionState.has(SessionState.after(state, event) & ~state, SessionState.UNDERCUT);
        Object object = above.weak.get();
        return undercuts
                && object != null
                && !SessionState.has(state, SessionState.PRECISE)
                && stacks.passes(name -> isOf(name, object.getClass()));
    }

    /** Whether a class is one of an object's, or nested in one; the JDK's are on every stack. */
    private static boolean isOf(String className, Class<?> type) {
        for (Class<?> c = type;
                c != null && !c.getName().startsWith("java");
                c = c.getSuperclass()) {
            String name = c.getName();
            if (className.equals(name) || className.startsWith(name + "$")) {
                return true;
            }
        }
        return false;
    }
}

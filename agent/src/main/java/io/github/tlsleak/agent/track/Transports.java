package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.verdict.Resource;
import org.jspecify.annotations.Nullable;

/** What sessions work over: plain sockets, and channels of engines. Thread-safe. */
@SuppressWarnings("ReferenceEquality")
public final class Transports {

    private static final String[] JDK = {"java.", "javax.", "sun.", "com.sun.", "jdk."};

    private static final int CLOSING = SessionState.CLOSED | SessionState.OUTPUT_CLOSED;

    private final Tracker tracker;
    private final SessionEvents events;
    private final KnownBehaviours known;

    /**
     * @param tracker where records are kept
     * @param events changes sessions
     * @param known which sockets throw a close_notify away
     */
    public Transports(Tracker tracker, SessionEvents events, KnownBehaviours known) {
        this.tracker = tracker;
        this.events = events;
        this.known = known;
    }

    /**
     * A session works over another socket.
     *
     * @param object what is known of the session's object
     * @param transport the other socket
     */
    public void layered(Followed object, Object transport) {
        Session session = object.session();
        if (session != null) {
            layer(session, transport);
            // a transport that does TLS is a session of its own
            boolean sun = session.origin.className.startsWith("sun.security.ssl.");
            if (sun && session.transport() instanceof TransportRecord) {
                over(session, transport.getClass().getName());
            }
        }
    }

    /**
     * SunJSSE hands its bytes to the transport. If the transport's class is not one of the JDK's,
     * it is not known what that class does with them. Classes are compared by name, so that no
     * loader is needed.
     */
    void over(Session session, String className) {
        if (!isOfTheJdk(className)) {
            session.relationsOrNew().overClass = className;
            if (known.swallows(className)) {
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

    /**
     * The records of a session go through a transport.
     *
     * @param session the session
     * @param transport the transport; kept weakly
     */
    public void layer(Session session, Object transport) {
        Tracked record = tracker.table.find(transport);
        if (record instanceof Session) {
            ((Session) record).relationsOrNew().carries = session;
        } else if (record instanceof TransportRecord) {
            ((TransportRecord) record).carries = session;
        } else {
            record = new TransportRecord(transport, tracker.queue, session);
            tracker.table.add(record);
        }
        session.setTransport(record);
    }

    /**
     * Something happened to the transport of a session.
     *
     * @param carried the session that works over it
     * @param event {@code TRANSPORT_CLOSED}, {@code TRANSPORT_SHUT} or one of {@code LINGER_*}
     * @param current what is known of the object at work on this thread
     */
    public void event(Session carried, Event event, Followed current) {
        Session root = carried.root();
        Session running = current.session();
        boolean within = running != null && running.root() == root;
        boolean closed = event == Event.TRANSPORT_CLOSED;
        boolean ends = closed || event == Event.TRANSPORT_SHUT;
        boolean closing = SessionState.has(root.state(), CLOSING);
        if (ends && closing && within && isAbove(running, carried)) {
            insideClose(carried, root, closed);
        } else if (!ends || !(within || closesByItself(carried, root, event))) {
            settle(root, event);
        } else if (closed) {
            settle(root, Event.DESCRIPTOR_CLOSED);
        }
    }

    /** A wrapper closes the transport inside its own close: too early, if the delegate has not. */
    private void insideClose(Session carried, Session root, boolean closed) {
        if (!carried.isNoted(SessionFlags.CLOSES_ITSELF)) {
            events.move(root, Event.UNDERCUT_INSIDE);
        }
        if (closed) {
            settle(root, Event.DESCRIPTOR_CLOSED);
        }
    }

    /** Whether one works through the other. */
    private static boolean isAbove(@Nullable Session wrapper, Session delegate) {
        for (Session s = delegate.outer(); s != null; s = s.outer()) {
            if (s == wrapper) {
                return true;
            }
        }
        return false;
    }

    /** Whether an engine's channel is gone, and nobody has closed it. */
    public static boolean leftOpen(Session root) {
        Tracked below = ownTransport(root);
        return root.origin.resource == Resource.SSL_ENGINE
                && below != null
                && below.isUnreachable()
                && !SessionState.has(root.state(), SessionState.DESCRIPTOR_CLOSED);
    }

    /** Whether what becomes of the transport is this session's: another may have taken it over. */
    public static boolean carries(Session root) {
        return ownTransport(root) != null;
    }

    /** Whether the transport that {@link #carries} a session is still in the program's hands. */
    public static boolean isHeld(Session root) {
        Tracked below = ownTransport(root);
        return below != null && !below.isUnreachable();
    }

    private static @Nullable Tracked ownTransport(Session root) {
        Tracked below = root.transport();
        if (below == null || root.origin.resource != Resource.SSL_ENGINE) {
            return below;
        }
        Session carried = below.carried();
        return carried != null && carried.root() == root ? below : null;
    }

    /**
     * SO_LINGER was set on a socket, or switched off.
     *
     * @param socket what is known of the socket: a session, or a transport
     * @param seconds less than 0 for off
     */
    public void lingers(Followed socket, int seconds) {
        Session carried = socket.carried();
        Session meant = socket.session() == null ? carried : socket.session();
        if (meant != null && seconds >= 0) {
            meant.root().note(SessionFlags.LINGERS);
        }
        if (carried != null) {
            Event event = seconds == 0 ? Event.LINGER_ZERO : Event.LINGER_OTHER;
            event(carried, event, Followed.NONE);
        }
    }

    /** An event that may decide the verdict of a session that was collected. */
    public void settle(Session root, Event event) {
        boolean closed = event == Event.TRANSPORT_CLOSED || event == Event.DESCRIPTOR_CLOSED;
        if (events.moveByTransport(root, event) && closed) {
            tracker.decided.add(root);
        }
    }

    /**
     * A provider whose internals are not known may close what it works over while the program reads
     * or writes, mostly because the peer has closed. Its own code is on the stack then.
     */
    private boolean closesByItself(Session carried, Session root, Event event) {
        int state = root.state();
        boolean undercuts =
                SessionState.has(SessionState.after(state, event) & ~state, SessionState.UNDERCUT);
        Object object = carried.weak.get();
        return undercuts
                && object != null
                && !SessionState.has(state, SessionState.PRECISE)
                && tracker.stacks.passes(name -> isOf(name, object.getClass()));
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

package io.github.tlsleak.track;

import io.github.tlsleak.verdict.Event;
import io.github.tlsleak.verdict.Resource;
import io.github.tlsleak.verdict.SessionState;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * All sessions that are followed, and what happens to them. Thread-safe; called on application
 * threads, takes no lock but a short one when a wrapper meets its delegate for the first time.
 */
@SuppressWarnings("ReferenceEquality")
public final class Registry {

    final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    final IdentityTable table = new IdentityTable();
    final Totals totals = new Totals();
    final Settings settings;
    final ConcurrentLinkedQueue<Session> rescued = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Session> undercut = new ConcurrentLinkedQueue<>();
    private static final long STALLED_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int STALLED_RECORDS = 100_000;

    private final LongAdder untracked = new LongAdder();
    private volatile long collectorSeen = System.nanoTime();
    private final AtomicInteger seen = new AtomicInteger();
    private final SiteTable sites;
    private final StackSource stacks;

    /**
     * @param settings read at each event
     * @param sites where sites are kept
     * @param stacks how stacks are captured
     */
    public Registry(Settings settings, SiteTable sites, StackSource stacks) {
        this.settings = settings;
        this.sites = sites;
        this.stacks = stacks;
    }

    /**
     * Begins to follow an object.
     *
     * @param object the object, possibly half built
     * @param resource what it is
     * @param inside whether it was made while another tracked object's method ran
     * @param precise whether its provider's own alerts are seen
     */
    public void created(Object object, Resource resource, boolean inside, boolean precise) {
        int sample = settings.sample;
        if (sample > 1 && Math.floorMod(seen.getAndIncrement(), sample) != 0) {
            return;
        }
        if (isStalled()) {
            untracked.increment();
            return;
        }
        Session session = new Session(object, queue, resource, site(), inside);
        if (precise) {
            session.mark(SessionState.PRECISE);
        }
        table.add(session);
        if (resource != Resource.SSL_SERVER_SOCKET) {
            totals.countCreated();
        }
    }

    /**
     * Counters of the whole run.
     *
     * @return live counters
     */
    public Totals totals() {
        return totals;
    }

    /** Nobody takes records away: the collector hangs, on a log that nobody reads for one. */
    private boolean isStalled() {
        return System.nanoTime() - collectorSeen > STALLED_NANOS && table.size() > STALLED_RECORDS;
    }

    /** The collector is at work. */
    void collectorSeen() {
        collectorSeen = System.nanoTime();
    }

    /**
     * Sessions not followed because the collector hung.
     *
     * @return 0 or more
     */
    public long untracked() {
        return untracked.sum();
    }

    /** The site of the current thread's stack. */
    Site site() {
        int depth = settings.stackDepth;
        return depth == 0 ? sites.unknown() : stacks.site(depth, sites);
    }

    /**
     * Something happened to an object.
     *
     * @param object the object; unknown ones are ignored
     * @param event what
     */
    public void event(Object object, Event event) {
        Session session = session(object);
        if (session != null) {
            session.root().apply(event);
        } else if (event == Event.CLOSE || event == Event.CLOSE_OUTPUT) {
            rescue(object, Event.RESCUE_STARTED);
        } else if (event == Event.CLOSE_NOTIFY) {
            // a finalizer may hang after this (TLS 1.2, waiting for the peer's answer)
            rescue(object, Event.RESCUED);
        }
    }

    /**
     * A handshake begins.
     *
     * @param object the object
     * @param client whether it has the client role
     */
    public void started(Object object, boolean client) {
        Session session = session(object);
        if (session != null) {
            role(session.root(), client);
            session.root().apply(Event.STARTED);
        }
    }

    /**
     * A close has returned or thrown.
     *
     * @param object the object
     * @param resource what it is
     * @param thrown what it threw, or null
     */
    public void closed(Object object, Resource resource, Throwable thrown) {
        Session session = session(object);
        if (session == null) {
            rescue(object, Event.RESCUED);
            return;
        }
        Session root = session.root();
        if (thrown != null) {
            root.closeError = String.valueOf(thrown.getClass().getName());
            root.apply(Event.CLOSE_THREW);
        } else if (resource == Resource.SSL_SOCKET
                && SessionState.has(root.state(), SessionState.ESTABLISHED)
                && !SessionState.has(root.state(), SessionState.PRECISE | SessionState.FATAL)) {
            // nothing is known of this provider but that its close() came back
            root.apply(Event.CLOSE_NOTIFY);
        }
    }

    /**
     * A handshake has finished.
     *
     * @param object the object
     * @param client whether it has the client role, null where not known
     * @param protocol standard name
     * @param cipherSuite standard name
     * @param host the peer's name, or null
     * @param port the peer's port, 0 or less where not known
     */
    public void established(
            Object object,
            Boolean client,
            String protocol,
            String cipherSuite,
            String host,
            int port) {
        Session session = session(object);
        if (session == null) {
            return;
        }
        Session root = session.root();
        root.protocol = protocol;
        root.cipherSuite = cipherSuite;
        if (root.peerHost == null && host != null) {
            peer(root, host, port);
        }
        if (client != null) {
            role(root, client);
        }
        if ("TLSv1.3".equals(protocol) || "DTLSv1.3".equals(protocol)) {
            root.mark(SessionState.TLS13);
        }
        root.apply(Event.ESTABLISHED);
    }

    /**
     * A socket is connected.
     *
     * @param object the object
     * @param host the peer's name or address, or null
     * @param port the peer's port
     */
    public void connected(Object object, String host, int port) {
        Session session = session(object);
        if (session != null) {
            peer(session.root(), host, port);
            session.root().apply(Event.CONNECTED);
        }
    }

    /**
     * An object works through another: they are one session from now on.
     *
     * @param outer the wrapper
     * @param inner the delegate
     */
    public void link(Object outer, Object inner) {
        Session from = session(inner);
        Session to = session(outer);
        if (from != null && to != null && to.transport != from && !from.bornInside) {
            Links.join(to, from);
        }
    }

    /**
     * A session works over another socket.
     *
     * @param object the session's object
     * @param raw the socket below
     */
    public void layered(Object object, Object raw) {
        Session session = session(object);
        if (session == null) {
            return;
        }
        Tracked below = table.find(raw);
        if (below instanceof Session) {
            ((Session) below).carries = session;
        } else if (below instanceof RawSocket) {
            ((RawSocket) below).carries = session;
        } else {
            below = new RawSocket(raw, queue, session);
            table.add(below);
        }
        session.transport = below;
    }

    /**
     * What happened to a socket that may carry a session.
     *
     * @param raw the socket
     * @param event {@code RAW_CLOSED} or one of {@code LINGER_*}
     * @param current the tracked object at work on this thread, or null
     */
    public void raw(Object raw, Event event, Object current) {
        Tracked below = table.find(raw);
        Session above =
                below instanceof RawSocket
                        ? ((RawSocket) below).carries
                        : below instanceof Session ? ((Session) below).carries : null;
        if (above == null) {
            return;
        }
        Session root = above.root();
        Session running = current == null ? null : session(current);
        boolean own = running != null && running.root() == root;
        Event told = own && event == Event.RAW_CLOSED ? Event.DESCRIPTOR_CLOSED : event;
        if (root.apply(told) && event == Event.RAW_CLOSED) {
            undercut.add(root);
        }
    }

    /**
     * Application data moved.
     *
     * @param object the object
     */
    public void active(Object object) {
        Session session = session(object);
        if (session != null) {
            session.root().changed = System.currentTimeMillis();
        }
    }

    /**
     * Whether the handshake is known to be finished.
     *
     * @param object the object
     * @return true if it is, or if the object is not followed
     */
    public boolean isEstablished(Object object) {
        return has(object, SessionState.ESTABLISHED);
    }

    /**
     * Whether a fatal alert has ended the session.
     *
     * @param object the object
     * @return true if it has, or if the object is not followed
     */
    public boolean isFatal(Object object) {
        return has(object, SessionState.FATAL);
    }

    private boolean has(Object object, int bits) {
        Session session = session(object);
        return session == null || SessionState.has(session.root().state(), bits);
    }

    /** The record of a reachable object, or null. */
    Session session(Object object) {
        Tracked record = table.find(object);
        return record instanceof Session ? (Session) record : null;
    }

    private void rescue(Object object, Event event) {
        Tracked record = table.findDying(object);
        if (record instanceof Session) {
            Session root = ((Session) record).root();
            root.apply(event);
            if (event == Event.RESCUED) {
                rescued.add(root);
            }
        }
    }

    private static void role(Session root, boolean client) {
        root.mark(client ? SessionState.CLIENT : SessionState.SERVER);
    }

    private static void peer(Session session, String host, int port) {
        if (host != null) {
            session.peerHost = host;
        }
        if (port > 0) {
            session.peerPort = port;
        }
    }
}

package io.github.tlsleak.track;

import io.github.tlsleak.verdict.Event;
import io.github.tlsleak.verdict.Resource;
import io.github.tlsleak.verdict.SessionState;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ConcurrentLinkedQueue;

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
    final Admission admission;
    final Dismissals dismissals;
    private final Transports transports;
    private final Details details = new Details(this);
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
        this.transports = new Transports(this, stacks);
        this.admission = new Admission(settings, totals, table);
        this.dismissals = new Dismissals(settings, totals, table);
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
        if (!admission.admits()) {
            return;
        }
        int bits = (precise ? SessionState.PRECISE : 0) | (inside ? Session.BORN_INSIDE : 0);
        table.add(new Session(object, queue, origin(object, resource, site(false)), bits));
        if (resource != Resource.SSL_SERVER_SOCKET) {
            totals.countCreated();
        }
    }

    /**
     * Begins to follow an object that is older than the agent.
     *
     * @param object the object
     * @param resource what it is
     * @param bits what it shows of its past, as in {@link SessionState}
     * @return false if it is not to be followed
     */
    public boolean adopt(Object object, Resource resource, int bits) {
        // one whose weak reference is clear is being finalized, and known
        if (table.findDying(object) != null || !admission.adopts()) {
            return false;
        }
        Origin origin = origin(object, resource, site(true));
        Session session = new Session(object, queue, origin, SessionState.ADOPTED | bits);
        if (!table.addIfUnknown(session, object)) {
            return false;
        }
        totals.countCreated();
        return true;
    }

    /**
     * Whether an object is followed.
     *
     * @param object any object
     * @return true if it is
     */
    public boolean knows(Object object) {
        return session(object) != null;
    }

    /**
     * Counters of the whole run.
     *
     * @return live counters
     */
    public Totals totals() {
        return totals;
    }

    /**
     * What handshakes show.
     *
     * @return the details of these sessions
     */
    public Details details() {
        return details;
    }

    /**
     * The sockets below.
     *
     * @return those of these sessions
     */
    public Transports transports() {
        return transports;
    }

    private static Origin origin(Object object, Resource resource, Site site) {
        return site.origin(resource, object.getClass().getName());
    }

    /** The site of the current thread's stack. */
    Site site(boolean seen) {
        int depth = settings.stackDepth;
        return depth == 0 ? sites.unknown() : stacks.site(depth, sites, seen);
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
            Session root = session.root();
            if (root == session || event != Event.CLOSE_NOTIFY || root.sends()) {
                apply(root, event);
            }
        } else if (event == Event.CLOSE || event == Event.CLOSE_OUTPUT) {
            rescue(object, Event.RESCUE_STARTED);
        } else if (event == Event.CLOSE_NOTIFY) {
            // a finalizer may hang after this (TLS 1.2, waiting for the peer's answer)
            rescue(object, Event.RESCUED);
        } else if (event == Event.NATIVE_FREED) {
            rescue(object, Event.NATIVE_RESCUED);
        }
    }

    private void apply(Session root, Event event) {
        if (root.apply(event)) {
            dismissals.consider(root);
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
            root.tied().closeError = thrown.getClass().getName();
            root.apply(Event.CLOSE_THREW);
        } else if (resource == Resource.SSL_SOCKET
                && !root.hasEngineBelow()
                && SessionState.has(root.state(), SessionState.ESTABLISHED)
                && !SessionState.has(root.state(), SessionState.PRECISE | SessionState.FATAL)) {
            // nothing is known of this provider but that its close() came back
            apply(root, Event.CLOSE_NOTIFY);
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
        if (from != null && to != null && to.transport() != from && !from.is(Session.BORN_INSIDE)) {
            Links.join(to, from);
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
            session.root().touch(System.currentTimeMillis());
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
        Session dying = table.findDying(object);
        if (dying != null) {
            Session root = dying.root();
            root.apply(event);
            if (event == Event.RESCUED) {
                rescued.add(root);
            }
        }
    }
}

package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.Origin;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.agent.site.StackSource;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.verdict.Resource;
import java.lang.ref.ReferenceQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * All sessions that are followed, and what happens to them. Thread-safe; called on application
 * threads, takes no lock but a short one when a wrapper meets its delegate for the first time.
 */
@SuppressWarnings("ReferenceEquality")
public final class Tracker {

    final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    final IdentityTable table = new IdentityTable();
    final Totals totals = new Totals();
    final Supplier<Options> options;
    final CollectedSessions collected = new CollectedSessions(table);
    final FinalizerCloses finalizerCloses = new FinalizerCloses(this);
    final Admission admission;
    final ClosedSessions closedSessions;
    private final Transports transports;
    private final Channels channels = new Channels(this);
    private final HandshakeDetails details = new HandshakeDetails(this);
    final CloseSites closeSites = new CloseSites(this);
    final SiteTable sites;
    private final StackSource stacks;
    private volatile boolean adopting;

    /**
     * @param options in force, read at each event
     * @param sites where sites are kept
     * @param stacks how stacks are captured
     */
    public Tracker(Supplier<Options> options, SiteTable sites, StackSource stacks) {
        this.options = options;
        this.sites = sites;
        this.stacks = stacks;
        finalizerCloses.with(stacks);
        this.transports = new Transports(this, stacks);
        this.admission = new Admission(options, totals, table);
        this.closedSessions = new ClosedSessions(this);
    }

    /**
     * Begins to follow an object.
     *
     * @param object the object, possibly half built
     * @param resource what it is
     * @param site where it is made, if that was looked at before; or null
     * @param inside whether it was made while another tracked object's method ran
     * @param precise whether its provider's own alerts are seen
     */
    public void created(
            Object object, Resource resource, Site site, boolean inside, boolean precise) {
        if (!admission.admits()) {
            return;
        }
        int bits = (precise ? SessionState.PRECISE : 0) | (inside ? Session.BORN_INSIDE : 0);
        Site here = site == null ? site(false) : site;
        Origin origin = here.origin(resource, object.getClass().getName());
        table.add(new Session(object, queue, origin, bits));
        if (resource == Resource.SSL_SERVER_SOCKET) {
            totals.countServerSocket();
        } else {
            totals.countCreated();
        }
    }

    /** From now on sessions that are older than the agent, or than its last pause, are adopted. */
    public void beginAdopting() {
        adopting = true;
    }

    /** Whether an object that shows an event and is not known is followed from there on. */
    public boolean isAdopting() {
        return adopting;
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
        Origin origin = site(true).origin(resource, object.getClass().getName());
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
    public HandshakeDetails details() {
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

    /**
     * The channels below.
     *
     * @return those of these sessions
     */
    public Channels channels() {
        return channels;
    }

    /** The site of what nobody knows where it was made. */
    Site nowhere() {
        return sites.unknown();
    }

    /** The site of the current thread's stack. */
    public Site site(boolean seen) {
        int depth = options.get().stackDepth;
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
        if (session == null) {
            finalizerCloses.event(object, event);
            return;
        }
        Session root = session.root();
        if (root != session && event == Event.CLOSE) {
            session.note(SessionFlags.CLOSES_ITSELF);
        }
        if (!finalizerCloses.takes(root, event)
                && (root == session || event != Event.CLOSE_NOTIFY || root.sends())) {
            apply(root, event);
        }
    }

    void apply(Session root, Event event) {
        if (root.apply(event)) {
            closeSites.moved(root, event);
            closedSessions.consider(root);
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
            finalizerCloses.closed(object);
            return;
        }
        Session root = session.root();
        if (finalizerCloses.isInside(root)) {
            finalizerCloses.end(root, object);
        } else if (thrown != null) {
            root.relationsOrNew().closeError = thrown.getClass().getName();
            root.apply(Event.CLOSE_THREW);
        } else if (resource == Resource.SSL_SOCKET
                && !root.hasEngineBelow()
                && SessionState.has(root.state(), SessionState.ESTABLISHED)
                && !SessionState.has(root.state(), SessionState.PRECISE | SessionState.FATAL)) {
            // nothing is known of this provider but that its close() came back
            apply(root, Event.CLOSE_NOTIFY);
        }
        closeSites.closed(root);
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
        if (from != null
                && to != null
                && Delegation.mayJoin(to, from)
                && Delegation.join(to, from)) {
            totals.countJoined();
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
            session.root().touch(MonotonicClock.millis());
        }
    }

    /**
     * Something happened to an object, or to what it carries, of which it is not known what: its
     * session gets no verdict. Makes nothing, for memory may be short.
     *
     * @param object any object, or null
     * @return false if nothing is known of the object
     */
    public boolean doubt(Object object) {
        Tracked record = object == null ? null : table.find(object);
        if (record != null) {
            closedSessions.giveUp(record);
        }
        return record != null;
    }

    /**
     * Whether a method of some class runs on this thread. For what is rare: a whole stack is read.
     *
     * @param classNames tells which class
     * @return true if one does
     */
    public boolean passes(Predicate<String> classNames) {
        return stacks.passes(classNames);
    }

    /** The record of a reachable object, or null. */
    Session session(Object object) {
        Tracked record = table.find(object);
        return record instanceof Session ? (Session) record : null;
    }
}

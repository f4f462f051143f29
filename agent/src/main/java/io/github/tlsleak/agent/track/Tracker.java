package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.scope.RunningTests;
import io.github.tlsleak.agent.scope.TestScope;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.CurrentStack;
import io.github.tlsleak.agent.site.Origin;
import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.agent.site.StackSource;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.verdict.Resource;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The records of all objects that are followed: makes them and finds them. {@link SessionEvents}
 * changes them. Thread-safe, called on application threads, takes no lock.
 */
public final class Tracker {

    public final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    public final IdentityTable table = new IdentityTable();
    public final Totals totals = new Totals();
    public final Supplier<Options> options;
    public final CollectedSessions collected = new CollectedSessions(table);
    public final FinalizerCloses finalizerCloses;
    public final InsideCalls inside = new InsideCalls();
    public final Admission admission;
    public final ClosedSessions closedSessions;
    public final RunningTests tests = new RunningTests();
    public final OwnSessions own = new OwnSessions();

    /**
     * Sessions whose verdict may be certain now, though they waited for it: the collector looks.
     */
    public final ConcurrentLinkedQueue<Session> decided = new ConcurrentLinkedQueue<>();

    /** For what waits; sessions are stamped with {@link MonotonicClock#millis}. */
    public final MonotonicClock clock;

    public final SiteTable sites;
    public final CurrentStack stacks;
    private volatile boolean adopting;
    private volatile boolean watching;

    /**
     * @param options in force, read at each event
     * @param sites where sites are kept
     * @param stacks how stacks are captured
     */
    public Tracker(Supplier<Options> options, SiteTable sites, StackSource stacks) {
        this(options, sites, stacks, new MonotonicClock());
    }

    Tracker(Supplier<Options> options, SiteTable sites, StackSource stacks, MonotonicClock clock) {
        this.clock = clock;
        this.options = options;
        this.sites = sites;
        this.stacks = new CurrentStack(options, sites, stacks);
        this.finalizerCloses = new FinalizerCloses(this, stacks);
        this.admission = new Admission(options, totals, table);
        this.closedSessions = new ClosedSessions(this);
    }

    /**
     * Begins to follow an object.
     *
     * @param object the object, possibly half built
     * @param resource what it is
     * @param stack where it is made, if that was looked at before
     * @param inside whether it was made while another tracked object's method ran
     * @param precise whether its provider's own alerts are seen
     * @return its record; {@link Followed#NONE} if it was not chosen to be followed
     */
    public Followed created(
            Object object,
            Resource resource,
            @Nullable CallStack stack,
            boolean inside,
            boolean precise) {
        return created(object, resource, stack, null, bits(inside, precise));
    }

    /** What is known of a new session, for {@link #created}. */
    public static int bits(boolean inside, boolean precise) {
        return (precise ? SessionState.PRECISE : 0) | (inside ? Session.BORN_INSIDE : 0);
    }

    /**
     * Begins to follow an object.
     *
     * @param stack where it is made, if that was looked at before
     * @param recorder has taken the stack; null if none has. The stack was not looked at then
     * @param bits of {@link #bits}
     * @return its record; {@link Followed#NONE} if it was not chosen to be followed
     */
    public Followed created(
            Object object,
            Resource resource,
            @Nullable CallStack stack,
            @Nullable Throwable recorder,
            int bits) {
        if (!admission.admits()) {
            return Followed.NONE;
        }
        int forgotten = closedSessions.timesForgotten();
        CallStack here = stack == null ? stacks.here(recorder) : stack;
        Origin origin = here.origin(resource, object.getClass().getName());
        Session session = new Session(object, queue, origin, bits);
        giveScope(session);
        table.add(session);
        giveUpIfForgotten(session, forgotten);
        if (resource == Resource.SSL_SERVER_SOCKET) {
            totals.countServerSocket();
        } else {
            totals.countCreated();
        }
        return session;
    }

    /** All were forgotten while this one was being made: maybe no event of it will be seen. */
    private void giveUpIfForgotten(Session session, int forgotten) {
        if (closedSessions.timesForgotten() != forgotten) {
            closedSessions.giveUp(session);
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

    /** From now on every movement of data is told, or no more than the options ask for. */
    public void watchActivity(boolean watch) {
        watching = watch;
    }

    /** Whether {@link #watchActivity} has been asked for. */
    public boolean isWatchedActivity() {
        return watching;
    }

    /** Whether somebody must know when data moves on a session. */
    public boolean isWatchingActivity() {
        return watching || adopting || options.get().thresholdMillis > 0;
    }

    /**
     * Begins to follow an object that is older than the agent.
     *
     * @param object the object, not followed so far
     * @param resource what it is
     * @param bits what it shows of its past, as in {@link SessionState}
     * @return its record; {@link Followed#NONE} if it is not to be followed, or another thread has
     *     adopted it meanwhile
     */
    public Followed adopt(Object object, Resource resource, int bits) {
        if (!admission.adopts()) {
            return Followed.NONE;
        }
        int forgotten = closedSessions.timesForgotten();
        Origin origin = stacks.here(true).origin(resource, object.getClass().getName());
        Session session = new Session(object, queue, origin, SessionState.ADOPTED | bits);
        giveScope(session);
        if (!table.addIfUnknown(session, object)) {
            return Followed.NONE;
        }
        giveUpIfForgotten(session, forgotten);
        totals.countCreated();
        return session;
    }

    /** The session is of the test that runs on this thread, if there is one. */
    void giveScope(Session session) {
        TestScope scope = tests.current();
        if (scope != null) {
            session.relationsOrNew().scope = scope;
        }
    }

    /**
     * What is known of an object: the one look-up of each hook call.
     *
     * @param object any object
     * @return its record, or one for this call only if the object is being finalized; {@link
     *     Followed#NONE} if nothing is known of it
     */
    public Followed followed(Object object) {
        Tracked record = table.find(object);
        if (record != null) {
            return record;
        }
        Session dying = table.findDying(object);
        return dying == null ? Followed.NONE : new BeingFinalized(dying.root(), object.getClass());
    }

    /**
     * Counters of the whole run.
     *
     * @return live counters
     */
    public Totals totals() {
        return totals;
    }

    /** The stack of objects of which it is not known where they were made. */
    public CallStack nowhere() {
        return sites.unknown();
    }

    /**
     * An event of an object, or of the session over it, was missed: the session gets no verdict,
     * and no thread counts as inside a call of the object. This allocates nothing, because memory
     * may be short, unless a thread is inside some call.
     *
     * @param object any object
     * @return false if nothing is known of the object
     */
    public boolean doubt(@Nullable Object object) {
        Tracked record = object == null ? null : table.find(object);
        if (record != null) {
            closedSessions.giveUp(record);
        }
        if (object != null) {
            // maybe the return of its close was missed; it is not known if it was closed in order
            inside.leave(object);
        }
        return record != null;
    }
}

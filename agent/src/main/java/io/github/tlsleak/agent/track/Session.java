package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.Origin;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The record of one SSLSocket, SSLEngine or SSLServerSocket. Millions may live: {@link Origin} and
 * {@link TlsParameters} hold what several records share, {@link SessionRelations} what few have.
 *
 * <p>Wrapper and delegate are two records of one session: the delegate's leads to the wrapper's,
 * which holds the state of both. Thread-safe: the state changes by compare-and-set; details are
 * written before the state changes and read after it.
 */
public final class Session extends SessionFlags {

    /** A tick of {@link #changed}: 2^5 ms; an int of them lasts for two years. */
    private static final int TICK_BITS = 5;

    private static final AtomicIntegerFieldUpdater<Session> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Session.class, "state");

    private static final AtomicReferenceFieldUpdater<Session, Object> RELATIONS =
            AtomicReferenceFieldUpdater.newUpdater(Session.class, Object.class, "relations");

    public final Origin origin;

    /** Name of the thread that made it, its id if it has no name; null if it was adopted. */
    private final @Nullable Object thread;

    /** When it was made or adopted, by {@link MonotonicClock}. */
    public final long created;

    /** The session's state, and flags of {@link SessionFlags}. */
    private volatile int state;

    /** When the state last changed or data moved, in ticks since {@link #created}. */
    private int changed;

    /** {@link SessionRelations}, or a transport for itself, which many have and nothing else. */
    private volatile @Nullable Object relations;

    /** Null before the handshake. */
    public @Nullable TlsParameters agreed;

    public @Nullable String peerHost;

    /**
     * For an object that was just constructed, or for one that existed before the agent and has now
     * shown its first event.
     *
     * @param bits of {@link SessionState}, and flags
     */
    public Session(Object object, @Nullable ReferenceQueue<Object> queue, Origin origin, int bits) {
        this(object, queue, origin, bits, MonotonicClock.millis());
    }

    Session(
            Object object,
            @Nullable ReferenceQueue<Object> queue,
            Origin origin,
            int bits,
            long created) {
        super(object, queue);
        this.origin = origin;
        this.state = bits;
        // nobody knows which thread made an adopted one
        boolean adopted = SessionState.has(bits, SessionState.ADOPTED);
        this.thread = adopted ? null : ThreadName.of(Thread.currentThread());
        this.created = created;
    }

    /** Whether a thread made it, as far as names tell threads apart. */
    boolean isMadeBy(Thread other) {
        return ThreadName.of(other).equals(thread);
    }

    /** Name of the thread that made it. */
    public @Nullable String thread() {
        return ThreadName.text(thread);
    }

    /** The record that holds the session's state: the outermost wrapper's. */
    public Session root() {
        Session root = this;
        for (Session next = root.outer(); next != null; next = root.outer()) {
            root = next;
        }
        return root;
    }

    public @Nullable Session outer() {
        SessionRelations own = relations();
        return own == null ? null : own.outer;
    }

    public @Nullable Tracked transport() {
        Object own = relations;
        return own instanceof SessionRelations ? ((SessionRelations) own).transport : (Tracked) own;
    }

    /** Whether the session works through an engine: only what that produces is ever sent. */
    public boolean hasEngineBelow() {
        SessionRelations own = relations();
        return own != null && own.engineBelow;
    }

    @Override
    public Session session() {
        return this;
    }

    @Override
    public @Nullable Session carried() {
        SessionRelations own = relations();
        return own == null ? null : own.carries;
    }

    @Override
    public boolean isEstablished() {
        return SessionState.has(root().state, SessionState.ESTABLISHED);
    }

    @Override
    public boolean isFatal() {
        return SessionState.has(root().state, SessionState.FATAL);
    }

    @Override
    public boolean hasParameters() {
        return root().agreed != null;
    }

    @Override
    public boolean hasRole() {
        return SessionState.has(root().state, SessionState.CLIENT | SessionState.SERVER);
    }

    @Override
    public boolean hasTransport() {
        return root().transport() != null;
    }

    @Override
    public void happened(Event event, SessionEvents events) {
        events.ofSession(this, event);
    }

    @Override
    public void closeEnded(Class<?> type, @Nullable Throwable thrown, SessionEvents events) {
        events.closedSession(this, type, thrown);
    }

    /** The transport is known now. */
    void setTransport(Tracked transport) {
        Object own = relations;
        if (own instanceof SessionRelations) {
            ((SessionRelations) own).transport = transport;
        } else if (!RELATIONS.compareAndSet(this, own, transport)) {
            setTransport(transport);
        }
    }

    /** What this session has besides a transport. */
    public @Nullable SessionRelations relations() {
        Object own = relations;
        return own instanceof SessionRelations ? (SessionRelations) own : null;
    }

    /** The same, made if there is nothing yet. */
    public SessionRelations relationsOrNew() {
        Object own = relations;
        if (!(own instanceof SessionRelations)) {
            RELATIONS.compareAndSet(this, own, new SessionRelations((Tracked) own));
            return relationsOrNew();
        }
        return (SessionRelations) own;
    }

    /** The state alone, as in {@link SessionState}. */
    public int state() {
        return state & ~FLAGS;
    }

    /** Whether a flag is set. */
    public boolean is(int flag) {
        return (state & flag) != 0;
    }

    /** When the state last changed or data moved, by {@link MonotonicClock}, to a tick. */
    public long changed() {
        return created + ((long) changed << TICK_BITS);
    }

    /** Something moved, at a time by {@link MonotonicClock}; rounded up, never early. */
    public void touch(long now) {
        long ticks = now - created + (1 << TICK_BITS) - 1 >> TICK_BITS;
        changed = (int) Math.min(Integer.MAX_VALUE, ticks);
    }

    /** Moves the state; returns whether that changed it. */
    boolean apply(Event event) {
        while (true) {
            int before = state;
            int after = SessionState.after(before, event);
            if (before == after) {
                return false;
            }
            // first: nobody is to see the new state with the old time
            touch(MonotonicClock.millis());
            if (STATE.compareAndSet(this, before, after)) {
                return true;
            }
        }
    }

    /** Makes the session {@link #JUDGED}; true for the one caller that may judge it. */
    public boolean claim() {
        while (true) {
            int before = state;
            if ((before & JUDGED) != 0) {
                return false;
            }
            if (STATE.compareAndSet(this, before, before | JUDGED)) {
                return true;
            }
        }
    }

    /** Sets bits that no event stands for, or flags. */
    public void mark(int bits) {
        change(bits, 0);
    }

    /** Takes a flag back. */
    public void unmark(int flag) {
        change(0, flag);
    }

    private void change(int set, int cleared) {
        int before = state;
        while (!STATE.compareAndSet(this, before, (before | set) & ~cleared)) {
            before = state;
        }
    }
}

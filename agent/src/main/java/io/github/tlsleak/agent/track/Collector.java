package io.github.tlsleak.agent.track;

import java.lang.ref.Reference;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Takes what the garbage collector found unreachable and judges it: the body of the one thread that
 * reports.
 *
 * <p>The weak reference is the signal. A verdict that a finalizer may still change waits for it,
 * but never longer than {@value #FINALIZER_MILLIS} ms: a finalizer may hang (JDK 18 and older,
 * layered TLS 1.2 sockets). A verdict that hangs on a raw socket still in the program's hands waits
 * at most {@value #TRANSPORT_MILLIS} ms for its fate.
 */
public final class Collector {

    static final long FINALIZER_MILLIS = 3_000;
    static final long TRANSPORT_MILLIS = 30_000;
    private static final int IDLE_MILLIS = 500;
    private static final int BUSY_MILLIS = 20;
    private static final int MOST_ATTEMPTS = 1_000;

    private final Tracker tracker;
    private final ContextTracker contexts;
    private final FindingPublisher publisher;
    private final FindingListener listener;
    private final IdleScan idle;
    private final VerdictTiming fate;

    /** Tells whether to forget all that is followed. */
    private final BooleanSupplier doubts;

    /** What is being dealt with, or was as an error came: it is dealt with again. */
    private Reference<?> inWork;

    private int attempts;
    private boolean forgetting;

    /** Sessions that wait for their verdict. */
    final AwaitingVerdict pending = new AwaitingVerdict();

    private final GcWatch gc;
    private boolean waiting;
    private boolean over;

    /**
     * @param tracker where events go
     * @param contexts where contexts go
     * @param grader grades verdicts
     * @param listener hears findings
     * @param doubts whether what is followed cannot be relied on; asked before each verdict, true
     *     once
     */
    public Collector(
            Tracker tracker,
            ContextTracker contexts,
            Grader grader,
            FindingListener listener,
            BooleanSupplier doubts) {
        this.tracker = tracker;
        this.contexts = contexts;
        this.publisher = new FindingPublisher(tracker.totals, grader, listener);
        this.listener = listener;
        this.doubts = doubts;
        this.fate = new VerdictTiming(tracker);
        this.idle = new IdleScan(tracker, publisher);
        this.gc = new GcWatch(tracker.queue, tracker.options);
    }

    /**
     * Waits for work and does what is there. To be called in a loop by one thread. After an error
     * it goes on with what it was at.
     *
     * @throws InterruptedException if somebody has interrupted the thread
     */
    public void step() throws InterruptedException {
        Reference<?> first = inWork;
        if (first == null) {
            first = tracker.queue.remove(waiting ? BUSY_MILLIS : IDLE_MILLIS);
        }
        tracker.admission.collectorSeen();
        // not while waiting above: finish() must not have to wait for that at exit
        synchronized (this) {
            if (over) {
                return;
            }
            drain(first);
            afterwards(false);
            waiting = !pending.isEmpty();
        }
    }

    /** Has all loaded that telling a leak needs, while there is memory. */
    public void rehearse() {
        listener.rehearse(publisher.rehearsed(tracker.nowhere()));
    }

    /**
     * Judges what has been collected, for the last time: later steps do nothing.
     *
     * @param exit whether the JVM ends: then what waits for a finalizer or for the fate of its
     *     transport waits in vain; else that may come still, unseen, and nothing is said of it
     */
    public synchronized void finish(boolean exit) {
        drain(tracker.queue.poll());
        drain(last());
        if (exit) {
            for (Session session : pending.all()) {
                judge(session);
            }
        }
        afterwards(exit);
        over = true;
    }

    /**
     * Asks for a collection and waits until what it found is judged, some seconds at most. Not to
     * be called by the thread that calls {@link #step}.
     *
     * @return false if no collection happened, with {@code -XX:+DisableExplicitGC} say
     * @throws InterruptedException if interrupted
     */
    public boolean collect() throws InterruptedException {
        int before = gc.collections();
        System.gc();
        long end = MonotonicClock.millis() + FINALIZER_MILLIS + IDLE_MILLIS;
        while (MonotonicClock.millis() < end) {
            if (gc.collections() != before && isSettled()) {
                return true;
            }
            Thread.sleep(BUSY_MILLIS);
        }
        return gc.collections() != before;
    }

    private synchronized boolean isSettled() {
        // the canary and what was collected with it may come in one lot or in two
        Reference<?> late = tracker.queue.poll();
        drain(late);
        afterwards(false);
        return late == null && pending.isEmpty();
    }

    /**
     * Forgets all sessions, without a verdict.
     *
     * @param first what keeps events out; nothing is judged between that and the forgetting
     */
    public synchronized void forget(Runnable first) {
        first.run();
        forgetAll();
    }

    private void forgetAll() {
        tracker.closedSessions.all();
        pending.clear();
    }

    private void forgetIfInDoubt() {
        forgetting |= doubts.getAsBoolean();
        if (forgetting) {
            forgetAll();
            forgetting = false;
        }
    }

    /** The two references to an object may come one after the other. */
    private Reference<?> last() {
        try {
            return tracker.queue.remove(BUSY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void afterwards(boolean exit) {
        forgetIfInDoubt();
        hasten(tracker.finalizerCloses.begun);
        settleAll(tracker.decided);
        takeExpired();
        contexts.judge(listener, exit);
        idle.run(gc.collections());
        gc.collectIfIdle();
        tracker.closedSessions.sweep();
        tracker.table.fit();
        listener.tick();
    }

    private void drain(Reference<?> first) {
        for (Reference<?> r = first; r != null; r = tracker.queue.poll()) {
            inWork = r;
            attempts++;
            try {
                take(r);
                inWork = null;
            } catch (VirtualMachineError e) {
                // memory may come back, and then it is told; a stack that is too deep does not
                inWork = attempts < MOST_ATTEMPTS ? r : null;
                throw e;
            } catch (Throwable t) {
                inWork = null;
                throw t;
            } finally {
                attempts = inWork == null ? 0 : attempts;
            }
        }
    }

    /** Deals with what the garbage collector has found; the second time as if it were the first. */
    private void take(Reference<?> r) {
        if (r instanceof Tracked.Weak) {
            unreachable(((Tracked.Weak) r).owner);
        } else if (r instanceof Tracked) {
            phantom((Tracked) r);
        } else if (gc.takes(r)) {
            contexts.collected(gc.collections());
        }
    }

    private void unreachable(Tracked record) {
        if (record instanceof TransportRecord) {
            settleAbove(record.carried());
        } else if (record instanceof Session) {
            Session session = (Session) record;
            if (Delegation.lastGone(session)) {
                settle(session.root());
            }
            settleAbove(session.carried());
        }
    }

    /** The transport of a session is gone: if its verdict waited for that, it falls now. */
    private void settleAbove(Session carried) {
        if (carried != null && pending.contains(carried.root())) {
            settle(carried.root());
        }
    }

    private void phantom(Tracked record) {
        tracker.collected.take(record);
        if (record instanceof ContextRecord) {
            contexts.gone((ContextRecord) record);
        } else if (record instanceof Session) {
            Session session = (Session) record;
            if (Delegation.lastFinalized(session)) {
                settle(session.root());
            }
        }
    }

    /** Judges a session that is gone, or says until when to wait. */
    private void settle(Session root) {
        long wait = root.is(Session.JUDGED) ? 0 : fate.waitMillis(root);
        if (wait > 0) {
            pending.add(root, wait);
        } else {
            judge(root);
        }
    }

    private void settleAll(Queue<Session> decided) {
        for (Session s = decided.poll(); s != null; s = decided.poll()) {
            if (pending.contains(s)) {
                judge(s);
            }
        }
    }

    /** A finalizer that has begun to close is waited for, not the transport. */
    private void hasten(Queue<Session> begun) {
        for (Session s = begun.poll(); s != null; s = begun.poll()) {
            pending.hasten(s, FINALIZER_MILLIS);
        }
    }

    private void takeExpired() {
        if (!pending.isEmpty()) {
            for (Session session : pending.due()) {
                judge(session);
            }
        }
    }

    private void judge(Session root) {
        forgetIfInDoubt();
        publisher.judge(root, fate.verdict(root));
        pending.remove(root);
        idle.gone(root);
    }
}

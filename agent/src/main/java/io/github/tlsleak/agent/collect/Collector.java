package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import java.lang.ref.Reference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the garbage collector found unreachable and has it judged: the body of the agent's one
 * thread. Thread-safe: {@link #step} runs on that thread, the other methods on any.
 *
 * <p>The weak reference is the signal. A verdict that a finalizer or the fate of the transport may
 * still change waits for that, see {@link VerdictTiming}.
 */
public final class Collector {

    private static final int IDLE_MILLIS = 500;
    private static final int BUSY_MILLIS = 20;

    private final Tracker tracker;
    private final ContextTracker contexts;
    private final FindingPublisher publisher;
    private final FindingListener listener;
    private final IdleScan idle;
    private final SessionVerdicts verdicts;
    private final CollectedReferences references;
    private final GcWatch gc;
    private boolean waiting;
    private boolean over;

    /**
     * @param tracker where records are kept
     * @param contexts where contexts are counted
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
        this.idle = new IdleScan(tracker, publisher);
        this.verdicts = new SessionVerdicts(tracker, publisher, idle, doubts);
        this.references = new CollectedReferences(tracker.queue, new Work());
        this.gc = new GcWatch(tracker.queue, tracker.options);
    }

    /**
     * Waits for work and does what is there. To be called in a loop by one thread. After an error
     * it goes on where it was.
     *
     * @throws InterruptedException if somebody has interrupted the thread
     */
    public void step() throws InterruptedException {
        Reference<?> first = references.await(waiting ? BUSY_MILLIS : IDLE_MILLIS);
        tracker.admission.collectorSeen();
        // the lock is not held while waiting above: finish() must not wait for that at exit
        synchronized (this) {
            if (over) {
                return;
            }
            references.drain(first);
            afterwards(false);
            waiting = !verdicts.isEmpty();
        }
    }

    /** Has all classes loaded that reporting a finding needs, while there is memory. */
    public void rehearse() {
        listener.rehearse(publisher.rehearsed(tracker.nowhere()));
    }

    /**
     * Judges what has been collected, for the last time: later steps do nothing.
     *
     * @param exit whether the JVM ends. Then a finalizer or the fate of a transport will not come
     *     any more, and the sessions that wait for it are judged. Otherwise it may still come,
     *     unseen, and they get no verdict.
     */
    public synchronized void finish(boolean exit) {
        references.drain(references.poll());
        references.drain(last());
        if (exit) {
            verdicts.judgeAll();
        }
        afterwards(exit);
        over = true;
    }

    /** The two references to an object may come one after the other. */
    private @Nullable Reference<?> last() {
        try {
            return tracker.queue.remove(BUSY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /**
     * Asks for a collection and waits until what it found is judged, some seconds at most. Not to
     * be called by the thread that calls {@link #step}.
     *
     * @return false if no collection happened, for example with {@code -XX:+DisableExplicitGC}
     * @throws InterruptedException if interrupted
     */
    public boolean collect() throws InterruptedException {
        int before = gc.collections();
        System.gc();
        long end = MonotonicClock.millis() + VerdictTiming.FINALIZER_MILLIS + IDLE_MILLIS;
        while (MonotonicClock.millis() < end) {
            if (gc.collections() != before && isSettled()) {
                return true;
            }
            Thread.sleep(BUSY_MILLIS);
        }
        return gc.collections() != before;
    }

    private synchronized boolean isSettled() {
        // the sign of a collection and what was collected with it may come one after the other
        Reference<?> late = references.poll();
        references.drain(late);
        afterwards(false);
        return late == null && verdicts.isEmpty();
    }

    /**
     * Forgets all sessions, without a verdict.
     *
     * @param first what keeps events out; nothing is judged between that and the forgetting
     */
    public synchronized void forget(Runnable first) {
        first.run();
        verdicts.forgetAll();
    }

    private void afterwards(boolean exit) {
        verdicts.judgeDue();
        contexts.judge(publisher, exit);
        idle.run(gc.collections());
        gc.collectIfIdle();
        tracker.closedSessions.sweep();
        tracker.table.fit();
        listener.tick();
    }

    /** Deals with what the garbage collector has found; the second time as if it were the first. */
    private void take(Reference<?> r) {
        if (r instanceof Tracked.Weak) {
            verdicts.unreachable(((Tracked.Weak) r).owner);
        } else if (r instanceof Tracked) {
            phantom((Tracked) r);
        } else if (gc.takes(r)) {
            contexts.collected(gc.collections());
        }
    }

    /** A class and no lambda: it is made while the agent comes to life, in the program's thread. */
    private final class Work implements Consumer<Reference<?>> {
        @Override
        public void accept(Reference<?> reference) {
            take(reference);
        }
    }

    private void phantom(Tracked record) {
        tracker.collected.take(record);
        if (record instanceof ContextRecord) {
            contexts.gone((ContextRecord) record);
        } else if (record instanceof Session) {
            verdicts.finalized((Session) record);
        }
    }
}

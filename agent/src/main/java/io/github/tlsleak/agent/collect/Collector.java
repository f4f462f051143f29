package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the references that the garbage collector has cleared, and has their sessions judged. Its
 * {@link #step} is the body of the agent's one thread; the other methods may run on any thread.
 * Thread-safe.
 *
 * <p>A cleared weak reference starts the judgement. If a finalizer or a later close of the
 * transport may still change the verdict, the verdict waits for that, see {@link VerdictTiming}.
 */
public final class Collector {

    private static final int IDLE_MILLIS = 500;
    private static final int BUSY_MILLIS = 20;

    /** For the end of a step of the collector's thread, should that thread be gone. */
    private static final int STEP_MILLIS = 1_000;

    private final Tracker tracker;
    private final ContextTracker contexts;
    private final FindingPublisher publisher;
    private final FindingListener listener;
    private final LiveSessions living;
    private final SessionVerdicts verdicts;
    private final CollectedReferences references;
    private final GcWatch gc;
    private boolean waiting;
    private boolean over;

    /** Steps that are over. Between two of them the collector's thread holds no reference. */
    private long steps;

    /**
     * @param tracker where records are kept
     * @param contexts where contexts are counted
     * @param publisher publishes findings
     * @param living watches what is alive
     * @param listener receives findings
     * @param doubts asked before each verdict; true if the records are not reliable any more and
     *     must be forgotten, which it answers only once
     */
    public Collector(
            Tracker tracker,
            ContextTracker contexts,
            FindingPublisher publisher,
            LiveSessions living,
            FindingListener listener,
            BooleanSupplier doubts) {
        this.tracker = tracker;
        this.contexts = contexts;
        this.publisher = publisher;
        this.listener = listener;
        this.living = living;
        this.verdicts = new SessionVerdicts(tracker, publisher, living, doubts);
        this.references = new CollectedReferences(tracker.queue, new Work());
        this.gc = new GcWatch(tracker.queue, tracker.options);
    }

    /**
     * Waits for work and does it. One thread calls this in a loop. After an error the next call
     * continues at the same reference.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    public void step() throws InterruptedException {
        Reference<?> first = references.await(waiting ? BUSY_MILLIS : IDLE_MILLIS);
        tracker.admission.collectorSeen();
        // no lock is held during the wait above, so that finish() need not wait at exit
        synchronized (this) {
            if (over) {
                return;
            }
            try {
                references.drain(first);
                followUp(false);
                waiting = !verdicts.isEmpty();
            } finally {
                steps++;
                notifyAll();
            }
        }
    }

    /** Loads all classes that reporting a finding needs, while there is memory for that. */
    public void rehearse() {
        listener.rehearse(publisher.example(tracker.nowhere()));
    }

    /**
     * Judges the sessions that have been collected, for the last time. Later steps do nothing.
     *
     * @param exit whether the JVM ends. Then no finalizer and no close of a transport will come any
     *     more, and the sessions that wait for one are judged. Otherwise it may still come without
     *     being seen, and these sessions get no verdict.
     */
    public synchronized void finish(boolean exit) {
        references.drain(references.poll());
        references.drain(last());
        if (exit) {
            verdicts.judgeAll();
        }
        followUp(exit);
        living.end();
        over = true;
    }

    /** Waits a moment: the weak reference to an object may come before the phantom reference. */
    private @Nullable Reference<?> last() {
        try {
            return tracker.queue.remove(BUSY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /**
     * Asks for collections until all that is garbage has been found and judged, some seconds at
     * most. The thread that calls {@link #step} must not call this.
     *
     * @return false if no collection happened, for example with {@code -XX:+DisableExplicitGC}
     * @throws InterruptedException if interrupted
     */
    public boolean collect() throws InterruptedException {
        return collect(VerdictTiming.FINALIZER_MILLIS + IDLE_MILLIS);
    }

    /**
     * As {@link #collect()}, but ends after one collection if nothing is left to be found then.
     *
     * @param nothingLeft whether all sessions have been judged that are looked for
     */
    public boolean collect(BooleanSupplier nothingLeft) throws InterruptedException {
        return SettledCollection.perform(
                this::isAllSettled,
                () -> isAllSettled() && nothingLeft.getAsBoolean(),
                VerdictTiming.FINALIZER_MILLIS + IDLE_MILLIS);
    }

    /**
     * As {@link #collect()}, with another limit.
     *
     * @param limitMillis how long it may take; one collection is always waited for
     */
    public boolean collect(long limitMillis) throws InterruptedException {
        return SettledCollection.perform(this::isAllSettled, limitMillis);
    }

    /** As {@link #isSettled}, with what the collector's thread has taken and not yet handled. */
    private boolean isAllSettled() {
        try {
            awaitStep();
            return isSettled();
        } catch (InterruptedException e) {
            // whoever collects sees it
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until the step is over in which the collector's thread may hold a reference now. */
    private synchronized void awaitStep() throws InterruptedException {
        long now = MonotonicClock.millis();
        long end = now + STEP_MILLIS;
        long before = steps;
        // that thread may be waiting for a reference
        new WeakReference<Object>(this, tracker.queue).enqueue();
        for (; steps == before && !over && now < end; now = MonotonicClock.millis()) {
            wait(end - now);
        }
    }

    /**
     * Judges what is known to be collected, without a collection.
     *
     * @return whether nothing waits for a finalizer now
     */
    public synchronized boolean isSettled() {
        if (over) {
            return true;
        }
        references.drain(references.poll());
        followUp(false);
        return verdicts.isSettled();
    }

    /**
     * Forgets all sessions, without a verdict.
     *
     * @param first run before, to keep events out; nothing is judged between it and the forgetting
     */
    public synchronized void forget(Runnable first) {
        first.run();
        verdicts.forgetAll();
    }

    private void followUp(boolean exit) {
        verdicts.judgeDue();
        contexts.judge(publisher, exit);
        living.run(gc.collections());
        gc.collectIfIdle();
        tracker.closedSessions.sweep();
        tracker.table.fit();
        listener.tick();
    }

    /** Handles one reference. After an error it may be called again with the same reference. */
    private void take(Reference<?> r) {
        if (r instanceof Tracked.Weak) {
            verdicts.unreachable(((Tracked.Weak) r).owner);
        } else if (r instanceof Tracked) {
            phantom((Tracked) r);
        } else if (gc.takes(r)) {
            contexts.collected(gc.collections());
        }
    }

    /** A class and no lambda: it is made as the agent starts, on a thread of the program. */
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

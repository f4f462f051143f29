package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.track.Delegation;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges sessions whose objects were collected: at once, or when the event has come that the
 * verdict waits for. Guarded by the collector.
 */
final class SessionVerdicts {

    private final Tracker tracker;
    private final FindingPublisher publisher;
    private final LiveSessions living;
    private final VerdictTiming timing;
    private final AwaitingVerdict awaiting;

    /** True if all sessions must be forgotten. */
    private final BooleanSupplier doubts;

    private boolean forgetting;

    SessionVerdicts(
            Tracker tracker,
            FindingPublisher publisher,
            LiveSessions living,
            BooleanSupplier doubts) {
        this.tracker = tracker;
        this.publisher = publisher;
        this.living = living;
        this.doubts = doubts;
        this.timing = new VerdictTiming(tracker);
        this.awaiting = new AwaitingVerdict(tracker.clock);
    }

    /** An object is unreachable. Its finalizers may still run. */
    void unreachable(Tracked record) {
        Session session = record.session();
        if (session != null && Delegation.lastGone(session)) {
            settle(session.root());
        }
        transportGone(record.carried());
    }

    /** The transport of a session is gone. A verdict that waited for that is given now. */
    private void transportGone(@Nullable Session carried) {
        if (carried != null && awaiting.contains(carried.root())) {
            settle(carried.root());
        }
    }

    /** All finalizers of an object of a session are done. */
    void finalized(Session session) {
        if (Delegation.lastFinalized(session)) {
            settle(session.root());
        }
    }

    /** Judges a session whose objects are gone, or lets it wait. */
    private void settle(Session root) {
        long wait = root.is(Session.JUDGED) ? 0 : timing.waitMillis(root);
        if (wait > 0) {
            awaiting.add(root, wait);
        } else {
            judge(root);
        }
    }

    /** Judges the sessions that have waited long enough, or whose verdict is certain by now. */
    void judgeDue() {
        forgetIfInDoubt();
        hasten(tracker.finalizerCloses.begun);
        judgeDecided(tracker.decided);
        if (!awaiting.isEmpty()) {
            for (Session session : awaiting.due()) {
                judge(session);
            }
        }
    }

    /** From now on a session waits for the finalizer that closes it, not for its transport. */
    private void hasten(Queue<Session> begun) {
        for (Session s = begun.poll(); s != null; s = begun.poll()) {
            awaiting.hasten(s, VerdictTiming.FINALIZER_MILLIS);
        }
    }

    private void judgeDecided(Queue<Session> decided) {
        for (Session s = decided.poll(); s != null; s = decided.poll()) {
            if (awaiting.contains(s)) {
                judge(s);
            }
        }
    }

    /** Judges all sessions that wait, because the events that they wait for will not come. */
    void judgeAll() {
        for (Session session : awaiting.all()) {
            judge(session);
        }
    }

    private void judge(Session root) {
        forgetIfInDoubt();
        publisher.judge(root, timing.verdict(root));
        awaiting.remove(root);
        living.judged(root);
    }

    private void forgetIfInDoubt() {
        // "true" is answered only once; the field keeps it if an error interrupts the forgetting
        forgetting |= doubts.getAsBoolean();
        if (forgetting) {
            forgetAll();
            forgetting = false;
        }
    }

    /** Forgets all sessions, without a verdict. */
    void forgetAll() {
        tracker.closedSessions.all();
        awaiting.clear();
    }

    /**
     * Whether no session waits for a finalizer. One may still wait for the close of a transport
     * that the program holds.
     */
    boolean isSettled() {
        return !awaiting.anyWithin(VerdictTiming.FINALIZER_MILLIS);
    }

    /** Whether no session waits for its verdict. */
    boolean isEmpty() {
        return awaiting.isEmpty();
    }
}

package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.track.Delegation;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges sessions whose objects were collected: at once, or when what their verdict waits for has
 * come. Guarded by the collector.
 */
final class SessionVerdicts {

    private final Tracker tracker;
    private final FindingPublisher publisher;
    private final IdleScan idle;
    private final VerdictTiming timing;
    private final AwaitingVerdict awaiting;

    /** Tells whether to forget all that is followed. */
    private final BooleanSupplier doubts;

    private boolean forgetting;

    SessionVerdicts(
            Tracker tracker, FindingPublisher publisher, IdleScan idle, BooleanSupplier doubts) {
        this.tracker = tracker;
        this.publisher = publisher;
        this.idle = idle;
        this.doubts = doubts;
        this.timing = new VerdictTiming(tracker);
        this.awaiting = new AwaitingVerdict(tracker.clock);
    }

    /** An object is unreachable; finalizers may still run. */
    void unreachable(Tracked record) {
        Session session = record.session();
        if (session != null && Delegation.lastGone(session)) {
            settle(session.root());
        }
        transportGone(record.carried());
    }

    /** The transport of a session is gone: if its verdict waited for that, it falls now. */
    private void transportGone(@Nullable Session carried) {
        if (carried != null && awaiting.contains(carried.root())) {
            settle(carried.root());
        }
    }

    /** All finalizers of a session's object are done. */
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

    /** Judges all that wait: what they wait for will not come. */
    void judgeAll() {
        for (Session session : awaiting.all()) {
            judge(session);
        }
    }

    private void judge(Session root) {
        forgetIfInDoubt();
        publisher.judge(root, timing.verdict(root));
        awaiting.remove(root);
        idle.gone(root);
    }

    private void forgetIfInDoubt() {
        // a field, so that an error in the middle does not lose the answer, which is given once
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

    /** Whether no session waits for its verdict. */
    boolean isEmpty() {
        return awaiting.isEmpty();
    }
}

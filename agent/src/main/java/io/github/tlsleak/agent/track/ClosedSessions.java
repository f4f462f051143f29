package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.OpenState;
import io.github.tlsleak.common.verdict.Resource;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that were closed in order are not followed any further: nothing can change their
 * verdict, and references that are cleared cost the garbage collector nothing. The records stay in
 * the table until so many have gathered that taking them out is cheap.
 *
 * <p>Thread-safe, without a lock that an application thread takes.
 */
public final class ClosedSessions {

    private static final int FEW = 4096;

    private final Tracker tracker;
    private final Totals totals;
    private final IdentityTable table;
    private final CollectedSessions collected;
    private final LongAdder dismissed = new LongAdder();

    /** How often all sessions have been forgotten; the collector's thread writes it. */
    private volatile int timesForgotten;

    ClosedSessions(Tracker tracker) {
        this.tracker = tracker;
        this.totals = tracker.totals;
        this.table = tracker.table;
        this.collected = tracker.collected;
    }

    /**
     * The state of a session has moved.
     *
     * @param root its record
     */
    void consider(Session root) {
        // an adopting agent takes up what it does not know; a threshold asks for what is retained
        if (OpenState.isClosedInOrder(root.origin.resource, root.state())
                && isAlone(root.relations())
                && !root.isNoted(SessionFlags.SWALLOWED)
                // that it is over after all is still to be said
                && root.reported() == null
                && tracker.options.get().thresholdMillis <= 0
                && !tracker.isAdopting()
                && root.claim()) {
            totals.countClosed();
            // first: a record whose references are clear is else taken for one being finalized
            root.mark(Session.DISMISSED);
            drop(root);
            Tracked transport = root.transport();
            if (transport instanceof TransportRecord && transport.carried() == root) {
                drop(transport);
            }
        }
    }

    private static boolean isAlone(@Nullable SessionRelations relations) {
        return relations == null || relations.isAlone();
    }

    private void drop(Tracked record) {
        record.weak.clear();
        record.clear();
        dismissed.increment();
    }

    /** All sessions, without a verdict: what happens to them from now on is not seen. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time
    public void all() {
        timesForgotten++;
        // each one before it leaves the table, where its events would find it: one that was made
        // meanwhile stays there or is given up, too
        table.removeIf(this::isSessionGivenUp);
        for (Session session : collected.all()) {
            giveUp(session);
        }
        collected.clear();
        tracker.inside.clear();
        dismissed.reset();
    }

    private boolean isSessionGivenUp(Tracked record) {
        if (!(record instanceof Session)) {
            return false;
        }
        giveUp((Session) record);
        return true;
    }

    /**
     * How often {@link #all} has been called. A session that was being made at such a call may be
     * one of those whose events are not seen.
     */
    int timesForgotten() {
        return timesForgotten;
    }

    /** Gives up the session of an object, or the one that it carries. */
    void giveUp(Tracked record) {
        Session session = record instanceof TransportRecord ? record.carried() : record.session();
        if (session != null) {
            giveUp(session.root());
        }
    }

    private void giveUp(Session session) {
        boolean one =
                session.outer() == null && session.origin.resource != Resource.SSL_SERVER_SOCKET;
        if (session.claim() && one) {
            totals.countNotJudged();
        }
    }

    /** How many records are in the table for nothing. */
    public int size() {
        return dismissed.intValue();
    }

    /** Takes their records out, if it is worth it. The collector's thread only. */
    public void sweep() {
        collected.sweep();
        int many = size();
        if (many > Math.max(FEW, table.size() / 8)) {
            dismissed.add(-table.removeIf(ClosedSessions::isDismissed));
        }
    }

    private static boolean isDismissed(Tracked record) {
        if (record instanceof TransportRecord) {
            Session carried = record.carried();
            return record.isUnreachable() && carried != null && carried.is(Session.DISMISSED);
        }
        return record instanceof Session && ((Session) record).is(Session.DISMISSED);
    }
}

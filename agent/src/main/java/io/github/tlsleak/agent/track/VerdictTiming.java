package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Judge;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.judge.Undecided;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Arrays;

/** What becomes of a session that is gone: how long to wait for it, and its verdict. */
final class VerdictTiming {

    /** The clock of the wait may run a little ahead of that of the stay. */
    private static final long SLACK_MILLIS = 100;

    private final Tracker tracker;

    VerdictTiming(Tracker tracker) {
        this.tracker = tracker;
    }

    /**
     * How long its verdict may have to wait: for a finalizer, or for the fate of its transport.
     *
     * @return milliseconds, 0 if it falls at once
     */
    long waitMillis(Session root) {
        int state = root.state();
        Resource resource = root.origin.resource;
        if (tracker.finalizerCloses.isInside(root)) {
            return Collector.FINALIZER_MILLIS;
        }
        boolean held = Transports.carries(root) && !root.transport().isUnreachable();
        if (held && Undecided.dependsOnTransport(resource, state)) {
            return Collector.TRANSPORT_MILLIS;
        }
        boolean finalizer =
                Delegation.awaitsFinalizer(root) && Undecided.mayBeRescued(resource, state);
        return finalizer ? Collector.FINALIZER_MILLIS : 0;
    }

    /** The verdict, with what only shows at the end noted in the record. */
    Verdict verdict(Session root) {
        if (Transports.leftOpen(root)) {
            root.mark(SessionState.CONNECTED);
        }
        StackTraceElement[] hung =
                tracker.finalizerCloses.takeHung(root, Collector.FINALIZER_MILLIS - SLACK_MILLIS);
        Verdict verdict = now(root);
        if (hung != null && hung.length > 0 && verdict == Verdict.LOST) {
            root.note(SessionFlags.HANGS);
            root.relationsOrNew().closedAt = site(hung);
        }
        return verdict;
    }

    /** What {@link Judge} says of a session, with what is known of the socket below it. */
    static Verdict now(Session root) {
        Verdict verdict = Judge.collected(root.origin.resource, root.state());
        boolean swallowed =
                verdict == Verdict.CLOSED
                        && root.isNoted(SessionFlags.SWALLOWED)
                        && SessionState.has(root.state(), SessionState.ESTABLISHED);
        return swallowed ? Verdict.UNSENT : verdict;
    }

    /** The site of another thread's stack. */
    private Site site(StackTraceElement[] stack) {
        int depth = tracker.options.get().stackDepth;
        return depth == 0
                ? tracker.sites.unknown()
                : tracker.sites.add(Arrays.hashCode(stack), stack, depth, false);
    }
}

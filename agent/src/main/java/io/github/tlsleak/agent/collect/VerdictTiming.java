package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.judge.Judge;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.judge.Undecided;
import io.github.tlsleak.agent.track.Delegation;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionFlags;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.agent.track.Transports;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;

/**
 * How long the verdict on a session waits after its objects were collected, and what the verdict
 * is. Used by the collector's thread only.
 *
 * <p>A verdict that a finalizer may still change waits for it, but never longer than {@value
 * #FINALIZER_MILLIS} ms: a finalizer may hang (JDK 18 and older, layered TLS 1.2 sockets). A
 * verdict that depends on a transport waits at most {@value #TRANSPORT_MILLIS} ms while the program
 * still holds that transport.
 */
final class VerdictTiming {

    static final long FINALIZER_MILLIS = 3_000;
    static final long TRANSPORT_MILLIS = 30_000;

    /** How much later than the wait for it a finalizer may have begun. */
    private static final long SLACK_MILLIS = 100;

    private final Tracker tracker;

    VerdictTiming(Tracker tracker) {
        this.tracker = tracker;
    }

    /**
     * How long the verdict must wait for a finalizer, or for the close of the transport.
     *
     * @return milliseconds, 0 if the verdict is given at once
     */
    long waitMillis(Session root) {
        int state = root.state();
        Resource resource = root.origin.resource;
        if (tracker.finalizerCloses.isInside(root)) {
            return FINALIZER_MILLIS;
        }
        if (Transports.isHeld(root) && Undecided.dependsOnTransport(resource, state)) {
            return TRANSPORT_MILLIS;
        }
        boolean finalizer =
                Delegation.awaitsFinalizer(root) && Undecided.mayBeRescued(resource, state);
        return finalizer ? FINALIZER_MILLIS : 0;
    }

    /** The verdict. Notes in the record what can be seen only at the end. */
    Verdict verdict(Session root) {
        if (Transports.leftOpen(root)) {
            root.mark(SessionState.CONNECTED);
        }
        StackTraceElement[] hung =
                tracker.finalizerCloses.takeHung(root, FINALIZER_MILLIS - SLACK_MILLIS);
        Verdict verdict = now(root);
        if (hung != null && hung.length > 0 && verdict == Verdict.LOST) {
            root.note(SessionFlags.HANGS);
            root.relationsOrNew().closedAt = tracker.stacks.of(hung);
        }
        return verdict;
    }

    /** The verdict of {@link Judge}, corrected by what is known of the transport. */
    static Verdict now(Session root) {
        Verdict verdict = Judge.collected(root.origin.resource, root.state());
        boolean swallowed =
                verdict == Verdict.CLOSED
                        && root.isNoted(SessionFlags.SWALLOWED)
                        && SessionState.has(root.state(), SessionState.ESTABLISHED);
        return swallowed ? Verdict.UNSENT : verdict;
    }
}

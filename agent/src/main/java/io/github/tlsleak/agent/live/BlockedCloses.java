package io.github.tlsleak.agent.live;

import io.github.tlsleak.agent.collect.FindingPublisher;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.InsideCalls;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.HashSet;
import java.util.Set;

/**
 * Reports sessions with a thread that hangs in their close. A session that has sent its
 * close_notify may be one: in TLS 1.2 a close can wait for the peer's. Used by the collector's
 * thread only.
 */
final class BlockedCloses {

    private final Tracker tracker;
    private final FindingPublisher publisher;
    private final AwakeTime awake;
    private final HangingThreads threads;

    /** Those reported whose close has not returned. */
    private final Set<Session> reported = new HashSet<>();

    BlockedCloses(
            Tracker tracker, FindingPublisher publisher, AwakeTime awake, HangingThreads threads) {
        this.tracker = tracker;
        this.publisher = publisher;
        this.awake = awake;
        this.threads = threads;
    }

    /** Looks at all threads that are inside a close. */
    void look(long limit, long now) {
        if (tracker.inside.isEmpty() && reported.isEmpty()) {
            return;
        }
        tracker.inside.prune();
        reported.removeIf(this::tellIfOver);
        for (InsideCalls.Call call : tracker.inside.all()) {
            Session root = call.session.root();
            if (call.closes && awake.lasted(call.since, now) > limit && !reported.contains(root)) {
                report(root);
            }
        }
    }

    private void report(Session root) {
        boolean finalizer = SessionState.has(root.state(), SessionState.RESCUE_STARTED);
        Verdict before = root.reported();
        if (before != null) {
            publisher.publishOver(root, before);
        }
        publisher.publishAlive(
                root,
                Verdict.CLOSE_BLOCKED,
                finalizer ? Severity.LEAK : Severity.DEFECT,
                threads.of(root, Verdict.CLOSE_BLOCKED));
        root.reported(Verdict.CLOSE_BLOCKED);
        reported.add(root);
    }

    /** Says that a close has returned, if it has. */
    private boolean tellIfOver(Session root) {
        InsideCalls.Call call = tracker.inside.inside(root);
        boolean over = call == null || !call.closes;
        if (over) {
            publisher.publishOver(root, Verdict.CLOSE_BLOCKED);
            root.reported(null);
        }
        return over;
    }
}

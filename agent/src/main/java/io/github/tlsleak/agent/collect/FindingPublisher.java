package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.Origin;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.CloseDetails;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Totals;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Grades verdicts, counts them, and publishes those of severity notice or higher as findings. If an
 * error such as a lack of memory interrupts that, the next call with the same verdict continues at
 * the same step. Used by the collector's thread only.
 */
public final class FindingPublisher {

    private final Totals totals;
    private final Grader grader;
    private final FindingListener listener;
    private final Pipelines pipelines;

    private int told;

    /** The publication that an error has interrupted, or that is at work. */
    private @Nullable Publication unfinished;

    public FindingPublisher(Totals totals, Grader grader, FindingListener listener) {
        this(totals, grader, listener, new Pipelines(null));
    }

    public FindingPublisher(
            Totals totals, Grader grader, FindingListener listener, Pipelines pipelines) {
        this.pipelines = pipelines;
        this.totals = totals;
        this.grader = grader;
        this.listener = listener;
    }

    /** Counts and publishes the verdict on a session, unless the session has a verdict already. */
    public void judge(Session root, Verdict verdict) {
        finishOther(root);
        if (!root.claim()) {
            return;
        }
        boolean published = false;
        try {
            publish(root, verdict);
            published = true;
        } finally {
            if (!published) {
                root.unmark(Session.JUDGED);
            }
        }
    }

    /** An error has interrupted the verdict on another session, which is counted already. */
    private void finishOther(Session root) {
        Publication left = unfinished;
        if (left != null && left.root != root && left.alive == null) {
            judge(left.root, left.verdict);
            unfinished = null;
        }
    }

    /** A finding on a made-up session, which must not be published. */
    SessionFinding example(CallStack stack) {
        Origin origin = new Origin(stack, Resource.SSL_ENGINE, FindingPublisher.class.getName());
        Session session = new Session(new Object(), null, origin, 0);
        Grader.Grade grade = new Grader.Grade(Severity.LEAK, null, null);
        return finding(session, grade, Verdict.LOST, 1, null);
    }

    private void publish(Session root, Verdict verdict) {
        if (!continues(root, verdict, false)) {
            unfinished = new Publication(root, verdict, grader.grade(root, verdict), null);
        }
        finish();
    }

    /**
     * Counts a verdict on a session that is alive, and publishes it. The session gets another
     * verdict at its end.
     *
     * @param hang where a thread hangs inside the session; null if none is known to
     */
    public void publishAlive(
            Session root, Verdict verdict, Severity severity, Alive.@Nullable Hang hang) {
        if (!continues(root, verdict, true)) {
            pipelines.tellPeer(root);
            Grader.Grade grade = grader.grade(root, verdict, severity);
            unfinished = new Publication(root, verdict, grade, new Alive(hang));
        }
        finish();
        told++;
    }

    /** Whether that is the publication that an error has interrupted. */
    private boolean continues(Session root, Verdict verdict, boolean alive) {
        Publication current = unfinished;
        return current != null
                && current.root == root
                && current.verdict == verdict
                && (current.alive != null) == alive;
    }

    /** Takes the steps of the publication that are not done. */
    private void finish() {
        Publication current = Objects.requireNonNull(unfinished);
        Session root = current.root;
        Verdict verdict = current.verdict;
        if (!current.counted) {
            count(current);
            current.counted = true;
        }
        if (current.grade.severity != Severity.COUNTED) {
            if (verdict == Verdict.UNSENT || verdict == Verdict.UNDERCUT) {
                root.origin.site.wantClosings();
            }
            if (current.finding == null) {
                current.finding =
                        finding(root, current.grade, verdict, current.number(), current.alive);
            }
            listener.found(current.finding);
            if (current.number > 0) {
                CallStack blamed = current.finding.blamed();
                blamed.site(current.finding.resource).foundAt(blamed);
            }
        }
        unfinished = null;
    }

    private void count(Publication current) {
        Session root = current.root;
        boolean session = root.origin.resource != Resource.SSL_SERVER_SOCKET;
        // what may fail comes first: what an error interrupts is done again, and counts once
        Owner owner = new CloseDetails(root, current.verdict).owner();
        if (session || current.grade.severity != Severity.COUNTED) {
            totals.count(current.verdict, current.grade, owner);
        }
        if (session && current.alive == null) {
            totals.countEnd(current.verdict);
        }
    }

    /** For how many sessions something was published that is not over yet, or ended otherwise. */
    public int told() {
        return told;
    }

    /** Publishes that what a live session was reported with is over. */
    public void publishOver(Session root, Verdict reported) {
        told--;
        Grader.Grade grade = grader.over(root, reported);
        listener.over(finding(root, grade, reported, 0, new Alive(null)));
    }

    /**
     * Publishes a verdict on many objects of a site. Counts it if it is new.
     *
     * @param severity before suppressions
     * @param figures what is known of these objects
     * @param peers their sessions by peer, the most frequent one first
     */
    public void publish(
            Verdict verdict,
            Severity severity,
            Resource resource,
            Site site,
            GroupFinding.Phase phase,
            Map<Figure, Long> figures,
            Map<String, Long> peers) {
        Grader.Grade grade = grader.grade(verdict, severity, site);
        long time = System.currentTimeMillis();
        listener.found(
                new GroupFinding(verdict, grade, resource, site, phase, figures, peers, time));
        if (phase != GroupFinding.Phase.NEW) {
            return;
        }
        // comes last: what an error interrupts is published again, and counts once
        totals.count(verdict, grade, site.owner());
        if (grade.suppressedBy == null) {
            site.count(verdict);
        }
    }

    /** A session is alive: what can be seen of it only now is kept for later. */
    public void look(Session root) {
        pipelines.look(root);
    }

    private SessionFinding finding(
            Session root, Grader.Grade grade, Verdict verdict, long count, @Nullable Alive alive) {
        long time = System.currentTimeMillis();
        long now = MonotonicClock.millis();
        String pipeline = pipelines.of(root, count);
        return new SessionFinding(root, grade, verdict, count, time, now, alive, pipeline);
    }

    /** How far the publishing of one verdict has come. */
    private static final class Publication {

        private final Session root;
        private final Verdict verdict;
        private final Grader.Grade grade;

        /** Null if it is the verdict on the session's end. */
        private final @Nullable Alive alive;

        private boolean counted;
        private long number;
        private @Nullable SessionFinding finding;

        private Publication(
                Session root, Verdict verdict, Grader.Grade grade, @Nullable Alive alive) {
            this.root = root;
            this.verdict = verdict;
            this.grade = grade;
            this.alive = alive;
        }

        /** The running number in the site, taken once; 0 if suppressed or a known behaviour. */
        private long number() {
            if (number == 0 && grade.suppressedBy == null && grade.known == null) {
                number = root.origin.site.count(verdict);
            }
            return number;
        }
    }
}

package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.site.Origin;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.CloseDetails;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Totals;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Grades verdicts, counts them, and tells those that are worth it. What an error interrupts, for
 * want of memory say, goes on where it was when it is asked for again. The collector's thread only.
 */
public final class FindingPublisher {

    private final Totals totals;
    private final Grader grader;
    private final FindingListener listener;

    /** What has begun to be told and was not told to its end, or null. */
    private @Nullable Telling unfinished;

    public FindingPublisher(Totals totals, Grader grader, FindingListener listener) {
        this.totals = totals;
        this.grader = grader;
        this.listener = listener;
    }

    /** Judges a session: counts and tells its verdict, unless somebody has done that before. */
    void judge(Session root, Verdict verdict) {
        if (!root.claim()) {
            return;
        }
        boolean told = false;
        try {
            tell(root, verdict);
            told = true;
        } finally {
            if (!told) {
                root.unmark(Session.JUDGED);
            }
        }
    }

    /** A finding that nobody is to hear of. */
    SessionFinding rehearsed(Site site) {
        Origin origin = new Origin(site, Resource.SSL_ENGINE, FindingPublisher.class.getName());
        Session session = new Session(new Object(), null, origin, 0);
        return finding(session, new Grader.Grade(Severity.LEAK, null, null), Verdict.LOST, 1);
    }

    /** Counts a verdict and tells it, if it is worth a notice. */
    void tell(Session root, Verdict verdict) {
        Telling telling = unfinished;
        if (telling == null || telling.root != root || telling.verdict != verdict) {
            telling = new Telling(root, verdict, grader.grade(root, verdict));
            unfinished = telling;
        }
        if (!telling.counted) {
            count(telling);
            telling.counted = true;
        }
        if (telling.grade.severity != Severity.COUNTED) {
            if (verdict == Verdict.UNSENT || verdict == Verdict.UNDERCUT) {
                root.origin.site.wantClosings();
            }
            if (telling.finding == null) {
                telling.finding = finding(root, telling.grade, verdict, telling.number());
            }
            listener.found(telling.finding);
        }
        unfinished = null;
    }

    private void count(Telling telling) {
        Session root = telling.root;
        boolean session = root.origin.resource != Resource.SSL_SERVER_SOCKET;
        if (session && telling.verdict != Verdict.RETAINED) {
            totals.countEnd(telling.verdict);
        }
        if (session || telling.grade.severity != Severity.COUNTED) {
            Owner owner = new CloseDetails(root, telling.verdict).owner();
            totals.count(telling.verdict, telling.grade, owner);
        }
    }

    /** Tells a session that is open for too long; it is not counted among the verdicts. */
    void tellOpen(Session root) {
        Grader.Grade grade = grader.grade(root, Verdict.OPEN);
        listener.found(finding(root, grade, Verdict.OPEN, 0));
    }

    /** Tells that a session told as open was closed after all. */
    void tellReclosed(Session root) {
        Grader.Grade grade = grader.grade(root, Verdict.OPEN);
        listener.reclosed(finding(root, grade, Verdict.OPEN, 0));
    }

    /**
     * Tells that a site has too many contexts, unless a rule suppresses that; it is not counted
     * among the verdicts, which are those on sessions.
     *
     * @param sessions how many sessions the contexts had, -1 where that is not known
     */
    void publish(Verdict verdict, Site site, long contexts, long sessions, long live) {
        Grader.Grade grade = grader.grade(verdict, site);
        if (grade.suppressedBy == null) {
            long time = System.currentTimeMillis();
            listener.found(
                    new ContextFinding(verdict, grade, site, contexts, sessions, live, time));
        }
    }

    private static SessionFinding finding(
            Session root, Grader.Grade grade, Verdict verdict, long count) {
        long time = System.currentTimeMillis();
        return new SessionFinding(root, grade, verdict, count, time, MonotonicClock.millis());
    }

    /** How far one verdict has been told. */
    private static final class Telling {

        private final Session root;
        private final Verdict verdict;
        private final Grader.Grade grade;
        private boolean counted;
        private long number;
        private @Nullable SessionFinding finding;

        private Telling(Session root, Verdict verdict, Grader.Grade grade) {
            this.root = root;
            this.verdict = verdict;
            this.grade = grade;
        }

        /** The running number in its site, taken once; 0 of what is excused. */
        private long number() {
            if (number == 0 && grade.suppressedBy == null && grade.known == null) {
                number = root.origin.site.count(verdict);
            }
            return number;
        }
    }
}

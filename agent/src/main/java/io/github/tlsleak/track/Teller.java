package io.github.tlsleak.track;

import io.github.tlsleak.verdict.Resource;
import io.github.tlsleak.verdict.Severity;
import io.github.tlsleak.verdict.Verdict;

/** Grades verdicts, counts them, and tells those that are worth it. The collector's thread only. */
final class Teller {

    private final Totals totals;
    private final Grader grader;
    private final Listener listener;

    Teller(Totals totals, Grader grader, Listener listener) {
        this.totals = totals;
        this.grader = grader;
        this.listener = listener;
    }

    /** Counts a verdict and tells it, if it is worth a notice. */
    void tell(Session root, Verdict verdict) {
        Grader.Grade grade = grader.grade(root, verdict);
        boolean counted = grade.severity == Severity.COUNTED;
        if (!counted || root.origin.resource != Resource.SSL_SERVER_SOCKET) {
            totals.count(verdict, grade, new Closing(root, verdict).owner());
        }
        if (counted) {
            return;
        }
        if (verdict == Verdict.UNSENT || verdict == Verdict.UNDERCUT) {
            root.origin.site.wantClosings();
        }
        long count = grade.suppressedBy == null ? root.origin.site.count(verdict) : 0;
        listener.found(finding(root, grade, verdict, count));
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

    private static Finding finding(Session root, Grader.Grade grade, Verdict verdict, long count) {
        return new Finding(root, grade, verdict, count, System.currentTimeMillis());
    }
}

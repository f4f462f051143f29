package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Judge;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.Origin;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Applies known behaviours, strictness and suppressions to a verdict. Thread-safe. */
public final class Grader {

    private final boolean strict;
    private final KnownBehaviours known;
    private final @Nullable Suppressions suppressions;

    /**
     * @param strict whether known behaviours count in full, and sessions without a close_notify of
     *     their own are at least noticed
     * @param known the shipped data
     * @param suppressions the user's rules; null for none
     */
    public Grader(boolean strict, KnownBehaviours known, @Nullable Suppressions suppressions) {
        this.strict = strict;
        this.known = known;
        this.suppressions = suppressions;
    }

    /** Grades the verdict on the end of a session. */
    public Grade grade(Session session, Verdict verdict) {
        Resource resource = session.origin.resource;
        return grade(session, verdict, Judge.severity(verdict, resource, session.state()));
    }

    /**
     * Grades a verdict on a session.
     *
     * @param worst the severity of the verdict, which may become less
     */
    public Grade grade(Session session, Verdict verdict, Severity worst) {
        int state = session.state();
        Severity severity = worst;
        if (strict && severity == Severity.COUNTED && endedWithoutCloseNotify(state)) {
            severity = Severity.NOTICE;
        }
        if (severity == Severity.COUNTED) {
            return new Grade(severity, null, null);
        }
        KnownBehaviours.Rule rule = strict ? null : known(session, verdict);
        if (rule != null) {
            severity = Severity.NOTICE;
        }
        return new Grade(
                severity,
                rule,
                suppressedBy(verdict.name(), new CloseDetails(session, verdict), session.origin));
    }

    private KnownBehaviours.@Nullable Rule known(Session session, Verdict verdict) {
        boolean paired = session.transport() != null;
        SessionRelations relations = session.relations();
        CallStack closedAt = new CloseDetails(session, verdict).at;
        KnownBehaviours.Rule below =
                known.matchEnd(
                        verdict.name(),
                        closedAt == null ? Collections.<String>emptyList() : closedAt.frames(),
                        relations == null ? null : relations.overClass);
        return below != null
                ? below
                : known.match(verdict.name(), session.origin.stack.frames(), paired);
    }

    /** A rule may name a frame of either stack. */
    private @Nullable String suppressedBy(String verdict, CloseDetails closing, Origin origin) {
        if (suppressions == null) {
            return null;
        }
        String owner = closing.owner().json();
        CallStack made = origin.stack;
        String rule = suppressions.match(verdict, owner, made.frames(), names(made, origin));
        return rule != null || closing.at == null
                ? rule
                : suppressions.match(
                        verdict, owner, closing.at.frames(), names(closing.at, origin));
    }

    /** Both fingerprints of a stack. */
    private static String[] names(CallStack stack, Origin origin) {
        return new String[] {stack.site(origin.resource).fingerprint(), stack.fingerprint1()};
    }

    /**
     * Grades a verdict on many objects of a site; none of these is a known behaviour.
     *
     * @param severity before suppressions
     */
    public Grade grade(Verdict verdict, Severity severity, Site site) {
        String suppressedBy =
                suppressions == null
                        ? null
                        : suppressions.match(
                                verdict.name(),
                                site.owner().json(),
                                site.stack(),
                                site.fingerprint(),
                                site.first().fingerprint1());
        return new Grade(severity, null, suppressedBy);
    }

    /** Grades a finding that is over: a notice, suppressed by the rule that suppressed it. */
    public Grade over(Session session, Verdict verdict) {
        CallStack made = session.origin.stack;
        String owner = new CloseDetails(session, verdict).owner().json();
        String rule =
                suppressions == null
                        ? null
                        : suppressions.matchAgain(
                                verdict.name(), owner, made.frames(), names(made, session.origin));
        return new Grade(Severity.NOTICE, null, rule);
    }

    private static boolean endedWithoutCloseNotify(int state) {
        return SessionState.has(state, SessionState.ESTABLISHED)
                && !SessionState.has(state, SessionState.CLOSE_NOTIFY);
    }

    /** What grading says. */
    public static final class Grade {
        public final Severity severity;
        public final KnownBehaviours.@Nullable Rule known;
        public final @Nullable String suppressedBy;

        public Grade(
                Severity severity,
                KnownBehaviours.@Nullable Rule known,
                @Nullable String suppressedBy) {
            this.severity = severity;
            this.known = known;
            this.suppressedBy = suppressedBy;
        }
    }
}

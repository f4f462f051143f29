package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.judge.OpenState;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.Delegation;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionRelations;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that have no verdict yet, of one test or of all. Thread-safe; slow where millions
 * live.
 */
public final class RemainingSessions {

    private static final Alive ALIVE = new Alive(null);
    private static final Grader.Grade NO_GRADE = new Grader.Grade(Severity.COUNTED, null, null);

    private final Tracker tracker;
    private final @Nullable String scope;

    /**
     * @param tracker where records are kept
     * @param scope id of a test or container, whose sessions alone count; null for all
     */
    public RemainingSessions(Tracker tracker, @Nullable String scope) {
        this.tracker = tracker;
        this.scope = scope;
    }

    /** Whether one of them would be a finding if its objects were garbage now. */
    public boolean mayLeak() {
        boolean[] found = {false};
        each(session -> found[0] |= mayLeak(session));
        return found[0];
    }

    /** A failed engine is a leak only if its channel goes with it, which is not known before. */
    private static boolean mayLeak(Session session) {
        Verdict verdict = VerdictTiming.now(session);
        switch (verdict) {
            case CLOSED:
            case CUT:
                return false;
            case UNUSED:
                return SessionState.has(session.state(), SessionState.CONNECTED);
            default:
                return true;
        }
    }

    /**
     * Those that somebody still has to close, as findings of verdict {@link Verdict#OPEN}; the
     * oldest come first.
     */
    public List<SessionFinding> open() {
        List<SessionFinding> open = new ArrayList<>();
        long time = System.currentTimeMillis();
        long now = MonotonicClock.millis();
        each(
                new Consumer<Session>() {
                    @Override
                    public void accept(Session s) {
                        if (s.origin.resource != Resource.SSL_SERVER_SOCKET
                                && Delegation.mayBeReachable(s)
                                && OpenState.isOpen(s.origin.resource, s.state())) {
                            open.add(
                                    new SessionFinding(
                                            s, NO_GRADE, Verdict.OPEN, 0, time, now, ALIVE, null));
                        }
                    }
                });
        if (open.size() > 1) {
            open.sort(Comparator.comparingLong(f -> f.created));
        }
        return open;
    }

    private void each(Consumer<Session> action) {
        tracker.table.each(
                new Consumer<Tracked>() {
                    @Override
                    public void accept(Tracked record) {
                        if (record instanceof Session) {
                            consider((Session) record, action);
                        }
                    }
                });
        for (Session session : tracker.collected.all()) {
            consider(session, action);
        }
    }

    private void consider(Session session, Consumer<Session> action) {
        if (session.outer() == null && !session.is(Session.JUDGED) && isWithin(session)) {
            action.accept(session);
        }
    }

    private boolean isWithin(Session session) {
        SessionRelations relations = session.relations();
        return scope == null
                || relations != null && relations.scope != null && relations.scope.isWithin(scope);
    }
}

package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.judge.OpenState;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionRelations;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the sessions that are still reachable, when {@code threshold} is set: open and idle for
 * longer, half closed for longer, over for longer. The collector's thread only.
 */
final class IdleScan {

    private static final long SHORTEST_MILLIS = 200;

    private final Tracker tracker;
    private final FindingPublisher publisher;
    private long last = Long.MIN_VALUE / 2;

    /** How many sessions a site retained when it was last told. */
    private final Map<Site, Integer> toldAt = new HashMap<>();

    IdleScan(Tracker tracker, FindingPublisher publisher) {
        this.tracker = tracker;
        this.publisher = publisher;
    }

    void run(int epoch) {
        long threshold = tracker.options.get().thresholdMillis;
        long now = MonotonicClock.millis();
        if (threshold <= 0 || now - last < Math.max(SHORTEST_MILLIS, threshold / 4)) {
            return;
        }
        last = now;
        Map<Site, List<Session>> over = new HashMap<>();
        tracker.table.each(
                record -> {
                    if (record instanceof Session) {
                        look((Session) record, now - threshold, epoch, over);
                    }
                });
        for (Map.Entry<Site, List<Session>> entry : over.entrySet()) {
            tellRetained(entry.getKey(), entry.getValue());
        }
    }

    private void look(Session s, long limit, int epoch, Map<Site, List<Session>> over) {
        if (s.outer() != null || s.is(Session.JUDGED) || s.isUnreachable()) {
            return;
        }
        int state = s.state();
        boolean open = OpenState.isOpen(s.origin.resource, state);
        if (s.is(Session.REPORTED_OPEN) && !open) {
            reclosed(s);
        } else if (s.changed() > limit) {
            return;
        } else if (OpenState.holdsMemory(s.origin.resource, state)) {
            tellOnce(s, Verdict.NATIVE);
        } else if (OpenState.isHalfClosed(s.origin.resource, state)) {
            tellOnce(s, Verdict.HALF_CLOSED);
        } else if (open
                && SessionState.has(state, SessionState.ESTABLISHED)
                && !s.is(Session.REPORTED_OPEN)) {
            s.mark(Session.REPORTED_OPEN);
            publisher.tellOpen(s);
        } else if (!open && outlivedCollection(s, epoch)) {
            over.computeIfAbsent(s.origin.site, site -> new ArrayList<>()).add(s);
        }
    }

    private void tellOnce(Session s, Verdict verdict) {
        publisher.judge(s, verdict);
    }

    /** A session that is over is retained only if a collection has left it where it is. */
    private static boolean outlivedCollection(Session s, int epoch) {
        if (!SessionState.has(s.state(), SessionState.STARTED)) {
            return false;
        }
        SessionRelations relations = s.relationsOrNew();
        if (relations.overSince < 0) {
            relations.overSince = epoch;
        }
        return epoch > relations.overSince;
    }

    /** One is no growth: a site is told at its second, then at each tenfold number. */
    private void tellRetained(Site site, List<Session> sessions) {
        int told = toldAt.getOrDefault(site, 0);
        if (sessions.size() < Math.max(2, 10L * told)) {
            return;
        }
        toldAt.put(site, sessions.size());
        publisher.tell(sessions.get(sessions.size() - 1), Verdict.RETAINED);
    }

    /** A session was judged; if it had been told as open and was closed since, that is told. */
    void gone(Session s) {
        if (s.is(Session.REPORTED_OPEN) && !OpenState.isOpen(s.origin.resource, s.state())) {
            reclosed(s);
        }
    }

    private void reclosed(Session s) {
        s.unmark(Session.REPORTED_OPEN);
        publisher.tellReclosed(s);
    }
}

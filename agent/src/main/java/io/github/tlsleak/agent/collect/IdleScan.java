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
 * Looks at the sessions that are still reachable, if the option {@code threshold} is set. It
 * reports those that have been idle, half closed or over for longer than the threshold. Used by the
 * collector's thread only.
 */
final class IdleScan {

    private static final long SHORTEST_MILLIS = 200;

    private final Tracker tracker;
    private final FindingPublisher publisher;
    private long last = Long.MIN_VALUE / 2;

    /** How many sessions a site retained when that was last reported. */
    private final Map<Site, Integer> lastReported = new HashMap<>();

    IdleScan(Tracker tracker, FindingPublisher publisher) {
        this.tracker = tracker;
        this.publisher = publisher;
    }

    /**
     * Looks at all sessions, unless that was done a short time ago.
     *
     * @param epoch how many collections there were so far
     */
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
            reportRetained(entry.getKey(), entry.getValue());
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
            publisher.judge(s, Verdict.NATIVE);
        } else if (OpenState.isHalfClosed(s.origin.resource, state)) {
            publisher.judge(s, Verdict.HALF_CLOSED);
        } else if (open
                && SessionState.has(state, SessionState.ESTABLISHED)
                && !s.is(Session.REPORTED_OPEN)) {
            s.mark(Session.REPORTED_OPEN);
            publisher.publishOpen(s);
        } else if (!open && outlivedCollection(s, epoch)) {
            over.computeIfAbsent(s.origin.site, site -> new ArrayList<>()).add(s);
        }
    }

    /** A session that is over counts as retained only if it is still there after a collection. */
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

    /**
     * Reports a site once it retains two sessions, since one alone does not show growth. It is
     * reported again each time it retains ten times as many as when it was last reported.
     */
    private void reportRetained(Site site, List<Session> sessions) {
        int last = lastReported.getOrDefault(site, 0);
        if (sessions.size() < Math.max(2, 10L * last)) {
            return;
        }
        lastReported.put(site, sessions.size());
        publisher.publish(sessions.get(sessions.size() - 1), Verdict.RETAINED);
    }

    /** A session was judged. If it was reported as open and has been closed since, says so. */
    void judged(Session s) {
        if (s.is(Session.REPORTED_OPEN) && !OpenState.isOpen(s.origin.resource, s.state())) {
            reclosed(s);
        }
    }

    private void reclosed(Session s) {
        s.unmark(Session.REPORTED_OPEN);
        publisher.publishReclosed(s);
    }
}

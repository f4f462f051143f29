package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionRelations;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports sites that retain ever more sessions that are over. Used by the collector's thread only.
 */
final class RetainedSessions {

    private final FindingPublisher publisher;
    private final Map<Site, List<Session>> over = new HashMap<>();

    /** How many sessions a site retained when that was last reported. */
    private final Map<Site, Integer> lastReported = new HashMap<>();

    private int epoch;

    RetainedSessions(FindingPublisher publisher) {
        this.publisher = publisher;
    }

    /** A look begins, after so many collections. */
    void begin(int collections) {
        epoch = collections;
        over.clear();
    }

    /** Looks at a session that is over and still reachable. */
    void look(Session s) {
        if (outlivedCollection(s)) {
            over.computeIfAbsent(s.origin.site, site -> new ArrayList<>()).add(s);
        }
    }

    /** A session that is over counts as retained only if it is still there after a collection. */
    private boolean outlivedCollection(Session s) {
        if (!SessionState.has(s.state(), SessionState.STARTED)) {
            return false;
        }
        SessionRelations relations = s.relationsOrNew();
        if (relations.overSince < 0) {
            relations.overSince = epoch;
        }
        return epoch > relations.overSince;
    }

    /** A look ends. */
    void end() {
        for (Map.Entry<Site, List<Session>> entry : over.entrySet()) {
            report(entry.getKey(), entry.getValue());
        }
    }

    /**
     * Reports a site once it retains two sessions, since one alone does not show growth. It is
     * reported again each time it retains ten times as many as when it was last reported.
     */
    private void report(Site site, List<Session> sessions) {
        int last = lastReported.getOrDefault(site, 0);
        if (sessions.size() < Math.max(2, 10L * last)) {
            return;
        }
        lastReported.put(site, sessions.size());
        publisher.publish(sessions.get(sessions.size() - 1), Verdict.RETAINED);
    }
}

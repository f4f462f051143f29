package io.github.tlsleak.agent.live;

import io.github.tlsleak.agent.collect.FindingPublisher;
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
 * Reports sites that retain ever more sessions that are over: their number has grown after several
 * collections. A pool of closed ones at its bound, as Tomcat has one, does not. A site is reported
 * again when it retains ten times as many. Used by the collector's thread only.
 */
final class RetainedSessions {

    private final FindingPublisher publisher;
    private final Map<Site, List<Session>> over = new HashMap<>();

    /** What is known of sites that retain sessions, from look to look. */
    private Map<Site, Retained> known = new HashMap<>();

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
        Map<Site, Retained> still = new HashMap<>();
        for (Map.Entry<Site, List<Session>> entry : over.entrySet()) {
            List<Session> sessions = entry.getValue();
            Retained retained = known.getOrDefault(entry.getKey(), new Retained());
            if (retained.isNews(sessions.size(), epoch)) {
                publisher.publish(sessions.get(sessions.size() - 1), Verdict.RETAINED);
                retained.reported = sessions.size();
            }
            still.put(entry.getKey(), retained);
        }
        known = still;
    }

    /** How the number of a site's sessions has grown. */
    private static final class Retained {

        /** So many growths, each after a collection of its own, are no pool that fills up. */
        private static final int GROWTHS = 3;

        private static final int AGAIN = 10;

        private int number;
        private int grownAt;
        private int growths;
        private int reported;

        /** Whether a number at this look, after so many collections, is to be reported. */
        boolean isNews(int now, int collections) {
            if (now < number) {
                growths = 0;
            } else if (now > number && collections > grownAt) {
                growths++;
                grownAt = collections;
            }
            number = now;
            return growths >= GROWTHS && (reported == 0 || now >= (long) AGAIN * reported);
        }
    }
}

package io.github.tlsleak.agent.live;

import io.github.tlsleak.agent.collect.FindingPublisher;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.TopPeers;
import io.github.tlsleak.agent.judge.Judge;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionRelations;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports sites that retain ever more sessions that are over: their number has grown after several
 * collections. A pool of closed ones at its bound, as Tomcat has one, does not. A site is reported
 * again when it retains twice as many, and when less than half of them are left. Used by the
 * collector's thread only.
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
        for (Map.Entry<Site, Retained> entry : known.entrySet()) {
            Retained retained = entry.getValue();
            int now = over.getOrDefault(entry.getKey(), Collections.emptyList()).size();
            if (now < retained.reported / 2) {
                publish(entry.getKey(), retained, GroupFinding.Phase.OVER, now);
                retained.reported = 0;
            }
            if (now > 0 || retained.known) {
                still.put(entry.getKey(), retained);
            }
        }
        known = still;
        for (Map.Entry<Site, List<Session>> entry : over.entrySet()) {
            Retained retained = known.computeIfAbsent(entry.getKey(), site -> new Retained());
            int now = entry.getValue().size();
            if (retained.isNews(now, epoch)) {
                retained.resource = entry.getValue().get(0).origin.resource;
                boolean again = retained.known;
                publish(
                        entry.getKey(),
                        retained,
                        again ? GroupFinding.Phase.AGAIN : GroupFinding.Phase.NEW,
                        now);
                retained.reported = now;
                retained.known = true;
            }
        }
    }

    private void publish(Site site, Retained retained, GroupFinding.Phase phase, int now) {
        TopPeers peers = new TopPeers();
        over.getOrDefault(site, Collections.emptyList()).forEach(peers::add);
        publisher.publish(
                Verdict.RETAINED,
                Judge.severity(Verdict.RETAINED, retained.resource, 0),
                retained.resource,
                site,
                phase,
                Collections.singletonMap(Figure.RETAINED, (long) now),
                peers.most());
    }

    /** How the number of a site's sessions has grown. */
    private static final class Retained {

        /** So many growths, each after a collection of its own, are no pool that fills up. */
        private static final int GROWTHS = 3;

        private int number;
        private int grownAt;
        private int growths;

        /** How many were reported; 0 if that is over. */
        private int reported;

        /** Whether it was ever reported. */
        private boolean known;

        private Resource resource = Resource.SSL_SOCKET;

        /** Whether a number at this look, after so many collections, is to be reported. */
        boolean isNews(int now, int collections) {
            if (now < number) {
                growths = 0;
            } else if (now > number && collections > grownAt) {
                growths++;
                grownAt = collections;
            }
            number = now;
            return growths >= GROWTHS && now >= 2L * reported;
        }
    }
}

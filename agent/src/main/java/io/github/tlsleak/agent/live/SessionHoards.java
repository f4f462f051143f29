package io.github.tlsleak.agent.live;

import io.github.tlsleak.agent.collect.FindingPublisher;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.TopPeers;
import io.github.tlsleak.agent.growth.Growth;
import io.github.tlsleak.agent.growth.HoardRule;
import io.github.tlsleak.agent.judge.Judge;
import io.github.tlsleak.agent.judge.OpenState;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reports sites whose open sessions become ever more, however busy they are. Of sessions that are
 * few for a site only their number is known, and for the time of one look only. Used by the
 * collector's thread only.
 */
class SessionHoards {

    /** How many sites are watched. */
    private static final int MAX_WATCHED = 256;

    private static final long LONGEST_MILLIS = 20_000;

    private final Tracker tracker;
    private final FindingPublisher publisher;
    private final Map<Site, OfSite> sites = new HashMap<>();
    private int watched;

    SessionHoards(Tracker tracker, FindingPublisher publisher) {
        this.tracker = tracker;
        this.publisher = publisher;
    }

    /** The shortest horizon of growth, milliseconds. A look is to take place as often, or more. */
    static long horizonMillis(Options options) {
        return options.stuckMillis > 0
                ? Math.min(options.stuckMillis / 3, LONGEST_MILLIS)
                : LONGEST_MILLIS;
    }

    /** Looks at one session, reachable and without a verdict. */
    void look(Session s) {
        if (!isMember(s)) {
            return;
        }
        OfSite site = sites.get(s.origin.site);
        if (site == null) {
            site = new OfSite();
            sites.put(s.origin.site, site);
        }
        site.number++;
        site.resource = s.origin.resource;
        site.accepted = SessionState.has(s.state(), SessionState.SERVER);
        if (site.watch != null) {
            site.watch.growth.add(since(s));
        }
    }

    /** It is open, its beginning is known, and no other verdict on what is alive says more. */
    private static boolean isMember(Session s) {
        Verdict reported = s.reported();
        return OpenState.isOpen(s.origin.resource, s.state())
                && !SessionState.has(s.state(), SessionState.ADOPTED)
                && (reported == null || reported == Verdict.OPEN);
    }

    /** When a session began. */
    long since(Session s) {
        return s.created;
    }

    /**
     * A look ends.
     *
     * @param now by the clock of the sessions
     * @param collections how many collections there were so far
     */
    void end(Options options, long now, int collections) {
        for (Iterator<Map.Entry<Site, OfSite>> all = sites.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Site, OfSite> entry = all.next();
            OfSite site = entry.getValue();
            if (site.watch != null) {
                site.watch.growth.done(now, collections);
                judge(entry.getKey(), site, site.watch.growth, site.watch.rule);
                site.number = 0;
            } else if (site.number >= (options.sessionLive + 1) / 2 && watched < MAX_WATCHED) {
                watched++;
                site.watch = new Watch(options);
                site.number = 0;
            } else {
                all.remove();
            }
        }
    }

    private void judge(Site at, OfSite site, Growth growth, HoardRule rule) {
        if (rule.isNews(growth, site.accepted)) {
            GroupFinding.Phase phase =
                    rule.isKnown() ? GroupFinding.Phase.AGAIN : GroupFinding.Phase.NEW;
            Map<Figure, Long> figures = figures(growth);
            double perHour = growth.perHour(growth.steadyOver());
            boolean slow = perHour < 60;
            figures.put(
                    slow ? Figure.PER_HOUR : Figure.PER_MINUTE,
                    Math.round(slow ? perHour : perHour / 60));
            publish(at, site, phase, figures);
            rule.reported(growth);
        } else if (rule.isOver(growth)) {
            publish(at, site, GroupFinding.Phase.OVER, figures(growth));
            rule.ended();
        }
    }

    private static Map<Figure, Long> figures(Growth growth) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.LIVE, (long) growth.members());
        return figures;
    }

    private void publish(
            Site at, OfSite site, GroupFinding.Phase phase, Map<Figure, Long> figures) {
        TopPeers peers = new TopPeers();
        tracker.table.each(
                record -> {
                    if (record instanceof Session && ((Session) record).origin.site == at) {
                        Session s = (Session) record;
                        if (s.outer() == null && isMember(s)) {
                            peers.add(s);
                        }
                    }
                });
        publisher.publish(
                Verdict.SESSION_HOARD,
                Judge.severity(Verdict.SESSION_HOARD, site.resource, 0),
                site.resource,
                at,
                phase,
                figures,
                peers.most());
    }

    /** The growth of a site's sessions. */
    private static final class Watch {
        final Growth growth;
        final HoardRule rule;

        Watch(Options options) {
            growth = new Growth(horizonMillis(options));
            rule = new HoardRule(options.sessionLive);
        }
    }

    /** What is known of the open sessions of a site. */
    private static final class OfSite {
        int number;
        Resource resource = Resource.SSL_SOCKET;
        boolean accepted;

        /** Null while they are few. */
        @Nullable Watch watch;
    }
}

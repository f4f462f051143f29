package io.github.tlsleak.agent.live;

import io.github.tlsleak.agent.collect.FindingPublisher;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.TopPeers;
import io.github.tlsleak.agent.growth.ShortLives;
import io.github.tlsleak.agent.judge.Judge;
import io.github.tlsleak.agent.judge.OpenState;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Reports sites that open many short sessions to one peer, each with a full handshake. Looks at the
 * records of sessions that were closed in order, which stay in the table for a while. Used by the
 * collector's thread only.
 */
class SessionChurns {

    /** How many pairs of a site and a peer are watched. */
    private static final int MAX_WATCHED = 1_024;

    /** The length of a window, in horizons of {@link SessionHoards}. */
    private static final long WINDOW = 15;

    private final FindingPublisher publisher;
    private final Map<String, OfPeer> peers = new HashMap<>();
    private long now = MonotonicClock.millis();

    SessionChurns(FindingPublisher publisher) {
        this.publisher = publisher;
    }

    /** A look begins. */
    void begin(long time) {
        now = time;
    }

    /** Looks at one session, which may be closed, judged or collected. */
    void look(Session s) {
        int state = s.state();
        if (!OpenState.isClosedInOrder(s.origin.resource, state)
                || s.isNoted(Session.COUNTED_CLOSED)
                || !s.isNoted(Session.FULL_HANDSHAKE | Session.RESUMED)) {
            return;
        }
        s.note(Session.COUNTED_CLOSED);
        String peer = TopPeers.name(s);
        if (peer == null || !SessionState.has(state, SessionState.CLIENT)) {
            return;
        }
        String key = s.origin.site.fingerprint() + ' ' + peer;
        OfPeer ofPeer = peers.get(key);
        if (ofPeer == null && peers.size() < MAX_WATCHED) {
            ofPeer = new OfPeer(s.origin.site, s.origin.resource, peer, now);
            peers.put(key, ofPeer);
        }
        if (ofPeer != null) {
            ofPeer.lives.add(
                    lifeMillis(s),
                    s.isNoted(Session.FULL_HANDSHAKE),
                    SessionState.has(state, SessionState.PEER_FIRST));
        }
    }

    /** How long a session lasted. */
    long lifeMillis(Session s) {
        return Math.max(0, s.changed() - s.created);
    }

    /** A look ends. */
    void end(Options options) {
        long horizon = SessionHoards.horizonMillis(options);
        for (Iterator<OfPeer> all = peers.values().iterator(); all.hasNext(); ) {
            OfPeer peer = all.next();
            ShortLives lives = peer.lives;
            boolean ended = lives.millis(now) >= WINDOW * horizon;
            boolean churn = lives.isChurn(options.sessionLive, horizon / 4);
            if (churn) {
                if (lives.isLasting() && lives.isNews(now)) {
                    boolean again = lives.isKnown();
                    publish(peer, again ? GroupFinding.Phase.AGAIN : GroupFinding.Phase.NEW);
                    lives.reported(now);
                }
            } else if (ended && lives.isReported()) {
                publish(peer, GroupFinding.Phase.OVER);
                lives.ended();
            } else if (ended && !lives.isKnown() && lives.number() == 0) {
                all.remove();
            }
            if (ended) {
                lives.next(now, churn);
            }
        }
    }

    private void publish(OfPeer peer, GroupFinding.Phase phase) {
        ShortLives lives = peer.lives;
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.SESSIONS, (long) lives.number());
        figures.put(Figure.RATE, lives.perMinute(now));
        figures.put(Figure.MEDIAN_LIFE, lives.medianLife());
        figures.put(Figure.RESUMED, lives.resumedPercent());
        publisher.publish(
                Verdict.SESSION_CHURN,
                Judge.severity(Verdict.SESSION_CHURN, peer.resource, 0),
                peer.resource,
                peer.site,
                phase,
                figures,
                Collections.singletonMap(peer.name, (long) lives.number()));
    }

    /** The sessions of a site to one peer. */
    private static final class OfPeer {
        final Site site;
        final Resource resource;
        final String name;
        final ShortLives lives;

        OfPeer(Site site, Resource resource, String name, long now) {
            this.site = site;
            this.resource = resource;
            this.name = name;
            this.lives = new ShortLives(now);
        }
    }
}

package io.github.tlsleak.agent.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions that come and go, as the collector sees them; the clock is simulated. */
class SessionChurnsTest {

    private static final long SECOND = 1_000;

    private final Tracking tracking = new Tracking();
    private final List<Object> objects = new ArrayList<>();
    private long life = 35;
    private long now;
    private final SessionChurns churns =
            new SessionChurns(tracking.publisher) {
                @Override
                long lifeMillis(Session s) {
                    return life;
                }
            };

    /** So many sessions to a peer, then a look a second later. */
    private void sessions(int number, String peer, int how, Event... before) {
        churns.begin(now);
        for (int i = 0; i < number; i++) {
            Object socket = new Object();
            objects.add(socket);
            Session s =
                    tracking.follow(
                            socket,
                            Resource.SSL_SOCKET,
                            Event.CONNECTED,
                            Event.STARTED,
                            Event.ESTABLISHED);
            for (Event event : before) {
                tracking.events.apply(s, event);
            }
            tracking.events.apply(s, Event.CLOSE);
            tracking.events.apply(s, Event.CLOSE_NOTIFY);
            s.peerHost = peer;
            s.mark(SessionState.CLIENT);
            s.note(how);
            churns.look(s);
            churns.look(s);
        }
        now += SECOND;
        churns.begin(now);
        churns.end(tracking.options.get());
    }

    private void full(int number, String peer) {
        sessions(number, peer, Session.FULL_HANDSHAKE);
    }

    @Test
    void manyShortOnesToOnePeerAreAChurn() {
        full(99, "db");
        assertThat(tracking.heard.groups).isEmpty();
        full(1, "db");
        assertThat(tracking.heard.groups).hasSize(1);
        GroupFinding found = tracking.heard.groups.get(0);
        assertThat(found.verdict).isEqualTo(Verdict.SESSION_CHURN);
        assertThat(found.severity).isEqualTo(Severity.NOTICE);
        assertThat(found.words())
                .isEqualTo("100 sessions, 3000 a minute, median life 35 ms, 0 % resumed");
        assertThat(found.peers).containsOnlyKeys("db");
        full(1, "db");
        assertThat(tracking.heard.groups).hasSize(1);
    }

    @Test
    void isReportedAgainAtTwiceTheRateAndWhenItIsOver() {
        full(100, "db");
        full(1_000, "db");
        assertThat(tracking.heard.groups).hasSize(2);
        assertThat(tracking.heard.groups.get(1).phase).isEqualTo(GroupFinding.Phase.AGAIN);
        for (int i = 0; i < 700; i++) {
            full(0, "db");
        }
        assertThat(tracking.heard.groups).hasSize(3);
        assertThat(tracking.heard.groups.get(2).phase).isEqualTo(GroupFinding.Phase.OVER);
    }

    @Test
    void resumedOnesAreNone() {
        sessions(1, "db", Session.FULL_HANDSHAKE);
        sessions(500, "db", Session.RESUMED);
        assertThat(tracking.heard.groups).isEmpty();
    }

    @Test
    void whatIsNotKnownToBeAFullHandshakeIsNone() {
        sessions(500, "db", 0);
        assertThat(tracking.heard.groups).isEmpty();
    }

    @Test
    void wherePeersEndThemItMustLast() {
        for (int minute = 0; minute < 10; minute++) {
            sessions(100, "db", Session.FULL_HANDSHAKE, Event.PEER_CLOSE_NOTIFY);
            now += 59 * SECOND;
        }
        assertThat(tracking.heard.groups).isEmpty();
        for (int minute = 0; minute < 5; minute++) {
            sessions(100, "db", Session.FULL_HANDSHAKE, Event.PEER_CLOSE_NOTIFY);
            now += 59 * SECOND;
        }
        assertThat(tracking.heard.groups).hasSize(1);
    }

    @Test
    void longOnesAreNone() {
        life = 30 * SECOND;
        full(500, "db");
        assertThat(tracking.heard.groups).isEmpty();
    }

    @Test
    void manyPeersAreNone() {
        for (int i = 0; i < 50; i++) {
            full(10, "host" + i);
        }
        assertThat(tracking.heard.groups).isEmpty();
    }

    @Test
    void aHealthCheckEveryFewSecondsIsNone() {
        for (int i = 0; i < 2_000; i++) {
            full(i % 5 == 0 ? 1 : 0, "db");
        }
        assertThat(tracking.heard.groups).isEmpty();
    }
}

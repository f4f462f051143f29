package io.github.tlsleak.agent.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions of a site as the collector sees them; the clock is simulated. */
class SessionHoardsTest {

    private static final Event[] UP = {Event.CONNECTED, Event.STARTED, Event.ESTABLISHED};

    private final Tracking tracking = new Tracking();
    private final Map<Session, Long> since = new IdentityHashMap<>();
    private final List<Object> objects = new ArrayList<>();
    private SessionHoards hoards;
    private long now;
    private int collections;

    @BeforeEach
    void lowLimits() {
        tracking.set("session.live=10");
        tracking.set("stuck=1s");
        hoards =
                new SessionHoards(tracking.tracker, tracking.publisher) {
                    @Override
                    long since(Session s) {
                        return since.getOrDefault(s, 0L);
                    }
                };
    }

    private Session open() {
        Object socket = new Object();
        objects.add(socket);
        Session session = tracking.follow(socket, Resource.SSL_SOCKET, UP);
        session.peerHost = "db";
        since.put(session, now);
        return session;
    }

    private void look() {
        collections++;
        tracking.tracker.table.each(
                record -> {
                    if (record instanceof Session) {
                        hoards.look((Session) record);
                    }
                });
        hoards.end(tracking.options.get(), now, collections);
    }

    /** So many new ones a second, for some seconds. */
    private void grow(int perSecond, int seconds) {
        for (int i = 0; i < seconds; i++) {
            for (int k = 0; k < perSecond; k++) {
                open();
            }
            now += 1_000;
            look();
        }
    }

    @Test
    void everMoreAreAHoardAndReportedAgainWhenTheyHaveDoubled() {
        grow(10, 120);
        List<GroupFinding> found = tracking.heard.groups;
        assertThat(found).hasSizeGreaterThan(1);
        GroupFinding first = found.get(0);
        assertThat(first.verdict).isEqualTo(Verdict.SESSION_HOARD);
        assertThat(first.severity).isEqualTo(Severity.DEFECT);
        assertThat(first.resource).isEqualTo(Resource.SSL_SOCKET);
        assertThat(first.phase).isEqualTo(GroupFinding.Phase.NEW);
        assertThat(first.words()).matches("\\d+ alive, 600 more a minute");
        assertThat(first.peers).containsOnlyKeys("db");
        assertThat(found.get(1).phase).isEqualTo(GroupFinding.Phase.AGAIN);
        assertThat(tracking.tracker.totals().count(Severity.DEFECT)).isEqualTo(1);
    }

    @Test
    void isOverWhenMostAreClosed() {
        grow(10, 40);
        int told = tracking.heard.groups.size();
        assertThat(told).isPositive();
        for (Object object : objects) {
            tracking.event(object, Event.CLOSE);
        }
        now += 1_000;
        look();
        look();
        assertThat(tracking.heard.groups).hasSize(told + 1);
        GroupFinding over = tracking.heard.groups.get(told);
        assertThat(over.phase).isEqualTo(GroupFinding.Phase.OVER);
        assertThat(over.words()).isEqualTo("0 alive");
    }

    @Test
    void aPoolThatHasFilledIsNone() {
        grow(100, 2);
        grow(0, 400);
        assertThat(tracking.heard.groups).isEmpty();
    }

    @Test
    void nothingIsSaidWithoutCollections() {
        for (int i = 0; i < 120; i++) {
            collections = 0;
            grow(10, 1);
        }
        assertThat(tracking.heard.groups).isEmpty();
    }

    @Test
    void whatHasAVerdictOfItsOwnDoesNotCount() {
        for (int i = 0; i < 60; i++) {
            for (int k = 0; k < 10; k++) {
                open().reported(Verdict.STUCK);
            }
            now += 1_000;
            look();
        }
        assertThat(tracking.heard.groups).isEmpty();
    }
}

package io.github.tlsleak.agent.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LivingScanTest {

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;
    private final Object one = new Object();
    private final Object two = new Object();

    @BeforeEach
    void threshold() {
        tracking.set("threshold=60s");
    }

    /** Makes a new scanner each time, because one scanner scans at most every 200 ms. */
    private void scan(int epoch) {
        new LivingScan(tracker, tracking.contexts, tracking.publisher, tracking.connections)
                .run(epoch);
    }

    private void idle(Session... sessions) {
        for (Session session : sessions) {
            session.touch(MonotonicClock.millis() - 70_000);
        }
    }

    private void expect(Verdict... verdicts) {
        assertThat(tracking.heard.found).extracting(f -> f.verdict).containsExactly(verdicts);
    }

    @Test
    void openForTooLongIsReportedOnce() {
        idle(tracking.followUp(one, Resource.SSL_SOCKET));
        tracking.followUp(two, Resource.SSL_SOCKET);
        scan(0);
        scan(0);
        expect(Verdict.OPEN);
        assertThat(tracking.heard.found.get(0).severity).isEqualTo(Severity.NOTICE);
        assertThat(tracker.totals().count(Severity.NOTICE)).isEqualTo(1);
        assertThat(tracking.heard.found.get(0).count).isEqualTo(1);
    }

    /** No look is sooner than 200 ms after the last one, and none reports a session again. */
    @Test
    void aThresholdShorterThanTheTimeBetweenTwoLooks() {
        tracking.set("threshold=1ms");
        tracking.set("stuck=1ms");
        Session session = tracking.followUp(one, Resource.SSL_SOCKET);
        LivingScan scan =
                new LivingScan(
                        tracker, tracking.contexts, tracking.publisher, tracking.connections);
        long begin = MonotonicClock.millis();
        for (int i = 0; i < 1_000; i++) {
            if (i < 500) {
                session.touch(begin + i);
            }
            scan.run(0, begin + i);
        }
        expect(Verdict.OPEN);
        assertThat(tracking.heard.over).isEmpty();
        assertThat(tracker.totals().count(Severity.NOTICE)).isEqualTo(1);
    }

    @Test
    void aCloseAfterTheReportIsReported() {
        idle(tracking.followUp(one, Resource.SSL_SOCKET));
        scan(0);
        tracking.event(one, Event.CLOSE);
        scan(0);
        scan(0);
        assertThat(tracking.heard.over).hasSize(1);
        expect(Verdict.OPEN);
    }

    @Test
    void aCloseIsReportedIfTheSessionIsCollectedBeforeTheNextScan() throws InterruptedException {
        Session session = tracking.followUp(one, Resource.SSL_SOCKET);
        idle(session);
        scan(0);
        tracking.event(one, Event.CLOSE);
        tracking.event(one, Event.CLOSE_NOTIFY);
        tracking.set("threshold=off");
        tracking.collected(session);
        assertThat(tracking.heard.over).hasSize(1);
    }

    @Test
    void openAndThenLost() throws InterruptedException {
        Session session = tracking.followUp(one, Resource.SSL_SOCKET);
        idle(session);
        scan(0);
        tracking.collected(session);
        expect(Verdict.OPEN, Verdict.LOST);
        assertThat(tracking.heard.over).isEmpty();
    }

    @Test
    void nothingIsReportedWithoutAThreshold() {
        tracking.set("threshold=off");
        idle(tracking.followUp(one, Resource.SSL_SOCKET));
        scan(0);
        expect();
    }

    @Test
    void aSessionWithTrafficIsNotReported() {
        idle(tracking.followUp(one, Resource.SSL_SOCKET));
        tracking.events.active(tracking.followed(one));
        scan(0);
        expect();
    }

    @Test
    void aSessionWithoutAFinishedHandshakeIsNotOpen() {
        idle(tracking.follow(one, Resource.SSL_SOCKET, Event.CONNECTED));
        scan(0);
        expect();
    }

    @Test
    void halfClosedForTooLong() throws InterruptedException {
        Event[] half = {Event.CLOSE_OUTPUT, Event.CLOSE_NOTIFY};
        Session socket = tracking.followUp(one, Resource.SSL_SOCKET, half);
        idle(socket, tracking.followUp(two, Resource.SSL_ENGINE, half));
        scan(0);
        scan(0);
        expect(Verdict.HALF_CLOSED, Verdict.HALF_CLOSED);
        assertThat(tracking.heard.found)
                .extracting(f -> f.severity)
                .containsExactlyInAnyOrder(Severity.LEAK, Severity.DEFECT);
        tracking.collected(socket);
        expect(Verdict.HALF_CLOSED, Verdict.HALF_CLOSED);
    }

    @Test
    void everMoreThatAreOverAndReachableAreRetained() {
        LivingScan scan =
                new LivingScan(
                        tracker, tracking.contexts, tracking.publisher, tracking.connections);
        long now = MonotonicClock.millis();
        List<Object> held = new ArrayList<>();
        for (int epoch = 0; epoch < 6; epoch++) {
            Object object = new Object();
            held.add(object);
            Session session =
                    tracking.followUp(object, Resource.SSL_SOCKET, Event.CLOSE, Event.CLOSE_NOTIFY);
            session.touch(now - 70_000);
            assertThat(tracking.heard.groups).hasSize(epoch < 4 ? 0 : 1);
            now = pass(scan, epoch, now);
        }
        GroupFinding found = tracking.heard.groups.get(0);
        assertThat(found.verdict).isEqualTo(Verdict.RETAINED);
        assertThat(found.severity).isEqualTo(Severity.NOTICE);
        assertThat(found.words()).isEqualTo("3 retained");
        held.clear();
        drop();
        pass(scan, 7, now);
        assertThat(tracking.heard.groups).hasSize(2);
        GroupFinding over = tracking.heard.groups.get(1);
        assertThat(over.phase).isEqualTo(GroupFinding.Phase.OVER);
        assertThat(over.words()).isEqualTo("0 retained");
        expect();
    }

    /** All objects are collected. */
    private void drop() {
        List<Tracked> all = new ArrayList<>();
        tracker.table.each(all::add);
        all.forEach(tracker.collected::take);
    }

    @Test
    void aPoolOfClosedOnesAtItsBoundIsNotRetained() {
        LivingScan scan =
                new LivingScan(
                        tracker, tracking.contexts, tracking.publisher, tracking.connections);
        long now = MonotonicClock.millis();
        List<Object> pool = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Object object = new Object();
            pool.add(object);
            Session session =
                    tracking.followUp(object, Resource.SSL_SOCKET, Event.CLOSE, Event.CLOSE_NOTIFY);
            session.touch(now - 70_000);
        }
        for (int epoch = 0; epoch < 20; epoch++) {
            now = pass(scan, epoch, now);
        }
        assertThat(tracking.heard.groups).isEmpty();
        assertThat(pool).hasSize(20);
    }

    /** Lets so much time pass, in steps in which the collector would look, that one look falls. */
    private static long pass(LivingScan scan, int epoch, long from) {
        long now = from;
        for (; now < from + 16_000; now += 500) {
            scan.run(epoch, now);
        }
        return now;
    }

    @Test
    void aDelegateIsNotASessionOfItsOwn() {
        Session wrapper = tracking.followUp(one, Resource.SSL_SOCKET);
        Session delegate = tracking.followUp(two, Resource.SSL_SOCKET);
        tracking.link(one, two);
        idle(wrapper, delegate);
        scan(0);
        expect(Verdict.OPEN);
    }

    @Test
    void shortOnesThatAreCollectedBetweenTwoLooksAreAChurn() throws InterruptedException {
        LivingScan scan =
                new LivingScan(
                        tracker, tracking.contexts, tracking.publisher, tracking.connections);
        for (int i = 0; i < 100; i++) {
            Object socket = new Object();
            Session s = tracking.followUp(socket, Resource.SSL_SOCKET);
            s.peerHost = "db";
            s.mark(SessionState.CLIENT);
            s.note(Session.FULL_HANDSHAKE);
            tracking.event(socket, Event.CLOSE);
            tracking.event(socket, Event.CLOSE_NOTIFY);
            scan.judged(s);
            tracking.collected(s);
        }
        scan.run(0);
        assertThat(tracking.heard.groups)
                .extracting(g -> g.verdict)
                .containsExactly(Verdict.SESSION_CHURN);
    }

    @Test
    void theCollectorScans() throws InterruptedException {
        idle(tracking.followUp(one, Resource.SSL_SOCKET));
        tracking.dropped(Resource.SSL_SOCKET);
        expect(Verdict.OPEN);
    }
}

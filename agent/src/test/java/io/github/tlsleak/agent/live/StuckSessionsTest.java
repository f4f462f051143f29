package io.github.tlsleak.agent.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.FindingPublisher;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.agent.track.Heard;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time passes in steps in which the collector would look. */
class StuckSessionsTest {

    private final Tracking tracking = new Tracking();
    private final LivingScan scan =
            new LivingScan(
                    tracking.tracker, tracking.contexts, tracking.publisher, tracking.connections);
    private final List<Object> held = new ArrayList<>();
    private long now = MonotonicClock.millis();

    @BeforeEach
    void stuck() {
        tracking.set("stuck=60s");
    }

    private void pass(int seconds) {
        for (long end = now + seconds * 1_000L; now < end; now += 500) {
            scan.run(0, now);
        }
    }

    private Session precise(Resource resource, Event... events) {
        Object object = new Object();
        held.add(object);
        tracking.tracker.created(object, resource, null, false, true);
        Session session = tracking.session(object);
        for (Event event : events) {
            tracking.events.apply(session, event);
        }
        session.touch(now);
        return session;
    }

    private void expect(Verdict... verdicts) {
        assertThat(tracking.heard.found).extracting(f -> f.verdict).containsExactly(verdicts);
    }

    private void over(Verdict... verdicts) {
        assertThat(tracking.heard.over).extracting(f -> f.verdict).containsExactly(verdicts);
    }

    @Test
    void aHandshakeIsReportedOnceAfterTheTimeAndOverWhenItFinishes() {
        Session session = precise(Resource.SSL_SOCKET, Event.CONNECTED, Event.STARTED);
        pass(59);
        expect();
        pass(120);
        expect(Verdict.STUCK);
        assertThat(tracking.heard.found.get(0).severity).isEqualTo(Severity.DEFECT);
        assertThat(tracking.tracker.totals().count(Severity.DEFECT)).isEqualTo(1);
        over();
        tracking.events.apply(session, Event.ESTABLISHED);
        pass(120);
        over(Verdict.STUCK);
        expect(Verdict.STUCK);
    }

    @Test
    void nothingIsReportedWhereItIsOff() {
        tracking.set("stuck=off");
        precise(Resource.SSL_SOCKET, Event.CONNECTED, Event.STARTED);
        pass(120);
        expect();
    }

    @Test
    void aSlowHandshakeStaysQuiet() {
        Session session = precise(Resource.SSL_SOCKET, Event.CONNECTED, Event.STARTED);
        pass(55);
        tracking.events.apply(session, Event.ESTABLISHED);
        pass(3_600);
        expect();
    }

    @Test
    void anHourAsleepIsNoHandshakeOfAnHour() {
        Session session = precise(Resource.SSL_SOCKET, Event.CONNECTED, Event.STARTED);
        pass(5);
        now += 3_600_000;
        pass(30);
        tracking.events.apply(session, Event.ESTABLISHED);
        pass(30);
        expect();
    }

    @Test
    void aFewSilentClientsAreANoticeVeryManyAreADefect() {
        tracking.set("session.live=5");
        silent(4);
        pass(90);
        assertThat(tracking.heard.found).hasSize(4).allMatch(f -> f.severity == Severity.NOTICE);
        silent(2);
        pass(90);
        assertThat(tracking.heard.found.subList(4, tracking.heard.found.size()))
                .hasSize(2)
                .allMatch(f -> f.severity == Severity.DEFECT);
        pass(600);
        assertThat(tracking.heard.found).hasSize(6);
    }

    private void silent(int count) {
        for (int i = 0; i < count; i++) {
            precise(Resource.SSL_SOCKET, Event.CONNECTED).mark(SessionState.SERVER);
        }
    }

    @Test
    void aClientThatSpokeAndStoppedIsADefect() {
        Session session = precise(Resource.SSL_SOCKET, Event.CONNECTED, Event.STARTED);
        session.mark(SessionState.SERVER);
        tracking.details.peerSpoke(session);
        pass(90);
        assertThat(tracking.heard.found)
                .extracting(f -> f.severity)
                .containsExactly(Severity.DEFECT);
    }

    @Test
    void aPeerThatHasGoneIsReportedAndOverWithTheClose() {
        Session session = up(Event.PEER_EOF);
        pass(59);
        expect();
        pass(60);
        expect(Verdict.PEER_CLOSED);
        tracking.events.apply(session, Event.CLOSE);
        pass(30);
        over(Verdict.PEER_CLOSED);
    }

    private Session up(Event... more) {
        Session session =
                precise(Resource.SSL_SOCKET, Event.CONNECTED, Event.STARTED, Event.ESTABLISHED);
        for (Event event : more) {
            tracking.events.apply(session, event);
        }
        session.touch(now);
        return session;
    }

    @Test
    void toGoOnWritingToAPeerThatHasClosedIsPermitted() {
        Session session = up(Event.PEER_CLOSE_NOTIFY);
        for (int i = 0; i < 60; i++) {
            if (tracking.tracker.isWatchingActivity()) {
                session.touch(now);
            }
            pass(10);
        }
        expect();
    }

    @Test
    void dataIsWatchedOnlyWhileItMayExcuseAPeerThatHasClosed() {
        up();
        pass(90);
        assertThat(tracking.tracker.isWatchingActivity()).isFalse();
        up(Event.PEER_EOF);
        pass(10);
        assertThat(tracking.tracker.isWatchingActivity()).isFalse();
        pass(30);
        assertThat(tracking.tracker.isWatchingActivity()).isTrue();
        pass(90);
        expect(Verdict.PEER_CLOSED);
        assertThat(tracking.tracker.isWatchingActivity()).isFalse();
    }

    @Test
    void aCloseThatHangsIsReportedUntilItReturns() {
        Session session = up();
        tracking.events.entered(session, true);
        tracking.events.apply(session, Event.CLOSE);
        pass(90);
        expect(Verdict.CLOSE_BLOCKED);
        assertThat(tracking.heard.found.get(0).severity).isEqualTo(Severity.DEFECT);
        tracking.events.left(held.get(0));
        pass(30);
        over(Verdict.CLOSE_BLOCKED);
    }

    /** A finalizer or cleaner that hangs holds up all others. */
    @Test
    void aCloseThatHangsInAFinalizerIsALeak() {
        Session session = up();
        tracking.events.entered(session, true);
        tracking.events.apply(session, Event.RESCUE_STARTED);
        pass(90);
        expect(Verdict.CLOSE_BLOCKED);
        assertThat(tracking.heard.found.get(0).severity).isEqualTo(Severity.LEAK);
        assertThat(tracking.tracker.totals().count(Severity.LEAK)).isEqualTo(1);
    }

    @Test
    void anHourAsleepIsNoCloseThatHangs() {
        Session session = up();
        tracking.events.entered(session, true);
        tracking.events.apply(session, Event.CLOSE);
        pass(5);
        now += 3_600_000;
        pass(50);
        tracking.events.left(held.get(0));
        pass(90);
        expect();
    }

    @Test
    void anHourAsleepIsNoHourSinceThePeerHasGone() {
        Session session = up(Event.PEER_EOF);
        pass(40);
        now += 3_600_000;
        pass(50);
        tracking.events.apply(session, Event.CLOSE);
        pass(90);
        expect();
    }

    @Test
    void aCloseInOrderThatHasReturnedDoesNotHang() {
        Session session = up();
        tracking.events.entered(session, true);
        tracking.events.apply(session, Event.CLOSE);
        tracking.events.apply(session, Event.CLOSE_NOTIFY);
        assertThat(tracking.session(held.get(0))).isNull();
        tracking.events.left(held.get(0));
        pass(90);
        expect();
    }

    @Test
    void anErrorInTheMiddleDoesNotCountAFindingTwice() {
        Heard runsOut =
                new Heard() {
                    private boolean again;

                    @Override
                    public void found(Finding finding) {
                        if (!again) {
                            again = true;
                            throw new OutOfMemoryError("test");
                        }
                        super.found(finding);
                    }
                };
        Grader grader = new Grader(false, new KnownBehaviours(), null);
        FindingPublisher publisher = new FindingPublisher(tracking.tracker.totals, grader, runsOut);
        LivingScan interrupted =
                new LivingScan(
                        tracking.tracker, tracking.contexts, publisher, tracking.connections);
        precise(Resource.SSL_SOCKET, Event.CONNECTED, Event.STARTED);
        int errors = 0;
        for (long end = now + 90_000; now < end; now += 500) {
            try {
                interrupted.run(0, now);
            } catch (OutOfMemoryError e) {
                errors++;
            }
        }
        assertThat(errors).isEqualTo(1);
        assertThat(runsOut.found).hasSize(1);
        assertThat(tracking.tracker.totals().count(Severity.DEFECT)).isEqualTo(1);
    }

    @Test
    void aFailedHandshakeWhoseSocketStaysOpen() {
        Session session = precise(Resource.SSL_SOCKET, Event.CONNECTED, Event.STARTED, Event.FATAL);
        pass(90);
        expect(Verdict.FAILED);
        tracking.events.apply(session, Event.CLOSE);
        pass(30);
        over(Verdict.FAILED);
    }

    @Test
    void healthySessionsStayQuietForADay() {
        up();
        precise(Resource.SSL_SOCKET);
        precise(Resource.SSL_ENGINE);
        precise(Resource.SSL_SERVER_SOCKET, Event.CONNECTED);
        pass(86_400);
        expect();
    }
}

package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosedSessionsTest {

    private static final Event[] ORDERLY = {Event.CLOSE, Event.CLOSE_NOTIFY};

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;
    private final Object socket = new Object();

    @Test
    void closedInOrderCountsAndIsForgotten() {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET, ORDERLY);
        assertThat(tracking.knows(socket)).isFalse();
        assertThat(session.get()).isNull();
        assertThat(session.weak.get()).isNull();
        assertThat(tracker.totals().verdicts()).containsOnly(Map.entry(Verdict.CLOSED, 1L));
        assertThat(tracker.totals().count(Severity.COUNTED)).isEqualTo(1);
        Snapshot snapshot = Snapshot.of(tracker);
        assertThat(snapshot.closed).isEqualTo(1);
        assertThat(snapshot.open).isZero();
        assertThat(snapshot.records).isZero();
    }

    @Test
    void whatComesLaterChangesNothing() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET, ORDERLY);
        int state = session.state();
        for (Event event : Event.values()) {
            tracking.event(socket, event);
        }
        tracking.closed(socket, new IOException());
        assertThat(session.state()).isEqualTo(state);
        session.weak.enqueue();
        session.enqueue();
        tracking.collector.step();
        assertThat(tracking.heard.found).isEmpty();
        assertThat(tracker.totals().verdicts()).containsOnly(Map.entry(Verdict.CLOSED, 1L));
    }

    @Test
    void aFinalizersCloseFindsNoDyingObject() {
        tracking.followUp(socket, Resource.SSL_SOCKET, ORDERLY);
        assertThat(tracker.table.findDying(socket) == null).isTrue();
    }

    @Test
    void anEngineThatAnswersThePeerAndThenClosesIsForgottenToo() {
        Object engine = new Object();
        tracking.followUp(engine, Resource.SSL_ENGINE, Event.PEER_CLOSE_NOTIFY, Event.CLOSE_NOTIFY);
        assertThat(tracking.knows(engine)).isTrue();
        tracking.event(engine, Event.CLOSE_OUTPUT);
        assertThat(tracking.knows(engine)).isFalse();
    }

    @Test
    void whatIsNotClosedInOrderIsFollowed() {
        kept(Resource.SSL_SOCKET, Event.CLOSE_OUTPUT, Event.CLOSE_NOTIFY);
        kept(Resource.SSL_SOCKET, Event.CLOSE);
        kept(Resource.SSL_SOCKET, Event.TRANSPORT_CLOSED, Event.CLOSE, Event.CLOSE_NOTIFY);
        kept(Resource.SSL_ENGINE, Event.CLOSE_OUTPUT);
        kept(Resource.SSL_ENGINE, Event.PEER_CLOSE_NOTIFY, Event.CLOSE_NOTIFY);
    }

    @Test
    void anEngineWithNativeMemoryIsFollowedUntilThatIsFreed() {
        Object engine = new Object();
        Event[] closed = {Event.NATIVE_TAKEN, Event.CLOSE_OUTPUT, Event.CLOSE_NOTIFY};
        tracking.followUp(engine, Resource.SSL_ENGINE, closed);
        assertThat(tracking.knows(engine)).isTrue();
        tracking.event(engine, Event.NATIVE_FREED);
        assertThat(tracking.knows(engine)).isFalse();
    }

    private void kept(Resource resource, Event... events) {
        Object object = new Object();
        tracking.followUp(object, resource, events);
        assertThat(tracking.knows(object)).isTrue();
    }

    @Test
    void withAThresholdAllAreFollowedToTheEnd() {
        tracking.set("threshold=1ms");
        tracking.followUp(socket, Resource.SSL_SOCKET, ORDERLY);
        assertThat(tracking.knows(socket)).isTrue();
    }

    @Test
    void anAdoptingAgentMustKnowThemAgain() {
        tracker.beginAdopting();
        tracking.followUp(socket, Resource.SSL_SOCKET, ORDERLY);
        assertThat(tracking.knows(socket)).isTrue();
    }

    @Test
    void wrapperAndDelegateAreFollowedToTheEnd() {
        Object engine = new Object();
        tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.followUp(engine, Resource.SSL_ENGINE);
        tracking.link(socket, engine);
        tracking.event(engine, Event.CLOSE);
        tracking.event(engine, Event.CLOSE_NOTIFY);
        assertThat(tracking.knows(socket)).isTrue();
        assertThat(tracking.knows(engine)).isTrue();
    }

    @Test
    void manyRecordsAreTakenOutAndTheOthersStay() {
        List<Object> alive = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            Object object = new Object();
            boolean stays = i % 4 == 0;
            tracking.followUp(object, Resource.SSL_SOCKET, stays ? new Event[0] : ORDERLY);
            if (stays) {
                alive.add(object);
            }
        }
        assertThat(tracker.table.size()).isEqualTo(20_000);
        assertThat(tracker.closedSessions.size()).isEqualTo(15_000);
        tracker.closedSessions.sweep();
        assertThat(tracker.table.size()).isEqualTo(alive.size());
        assertThat(tracker.closedSessions.size()).isZero();
        assertThat(alive).allMatch(tracking::knows);
        tracker.closedSessions.all();
        assertThat(tracker.table.size()).isZero();
        assertThat(alive).noneMatch(tracking::knows);
    }

    @Test
    void fewRecordsStayForAWhile() {
        tracking.followUp(socket, Resource.SSL_SOCKET, ORDERLY);
        tracker.closedSessions.sweep();
        assertThat(tracker.table.size()).isEqualTo(1);
        assertThat(tracker.closedSessions.size()).isEqualTo(1);
    }
}

package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.common.verdict.Detail;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Verdicts that wait for a finalizer or for the socket below. */
@Timeout(60)
class CollectorWaitTest {

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;
    private final Object socket = new Object();
    private final Object raw = new StringBuilder();

    private void expect(Verdict... verdicts) {
        assertThat(tracking.heard.found).extracting(f -> f.verdict).containsExactly(verdicts);
    }

    private AwaitingVerdict pending() {
        return tracking.collector.pending;
    }

    private void expectWait(Session session, long millis) throws Exception {
        long wait = pending().left(session);
        assertThat(wait).isBetween(millis - 2_000, millis);
    }

    @Test
    void aFinalizerThatClosesRescues() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.unreachable(session);
        expect();
        tracking.event(socket, Event.CLOSE);
        tracking.closed(socket, null);
        tracking.collector.step();
        expect(Verdict.RESCUED);
        assertThat(tracking.heard.found.get(0).finalizer).isTrue();
        tracking.collected(session);
        expect(Verdict.RESCUED);
        assertThat(tracker.table.size()).isZero();
    }

    @Test
    void aCloseNotifyFromAFinalizerThatHangsDoesNotRescue() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.unreachable(session);
        tracking.event(socket, Event.CLOSE);
        tracking.event(socket, Event.CLOSE_NOTIFY);
        tracking.collector.step();
        expect();
        tracking.closed(socket, null);
        tracking.collector.step();
        expect(Verdict.RESCUED);
    }

    @Test
    void aCloseNotifyOfAnEngineRescues() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_ENGINE);
        tracking.unreachable(session);
        tracking.event(socket, Event.CLOSE_OUTPUT);
        tracking.event(socket, Event.CLOSE_NOTIFY);
        tracking.collector.step();
        expect(Verdict.RESCUED);
    }

    @Test
    void aFinalizerThatHangsIsNotWaitedForLong() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.unreachable(session);
        tracking.event(socket, Event.CLOSE);
        expectWait(session, Collector.FINALIZER_MILLIS);
        tracking.collector.step();
        expect();
        pending().expire();
        tracking.collector.step();
        expect(Verdict.LOST);
        assertThat(tracking.heard.found.get(0).finalizer).isTrue();
        assertThat(tracking.heard.found.get(0).detail).as("not for long enough").isNull();
        tracking.closed(socket, null);
        tracking.collected(session);
        expect(Verdict.LOST);
    }

    @Test
    void whereItHangsIsTold() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.layered(socket, raw);
        tracking.unreachable(session);
        expectWait(session, Collector.TRANSPORT_MILLIS);
        tracking.event(socket, Event.CLOSE);
        tracking.collector.step();
        expectWait(session, Collector.FINALIZER_MILLIS);
        long end = System.nanoTime() + 20_000_000_000L;
        while (tracking.heard.found.isEmpty() && System.nanoTime() < end) {
            tracking.collector.step();
        }
        Finding finding = tracking.heard.found.get(0);
        assertThat(finding.verdict).isEqualTo(Verdict.LOST);
        assertThat(finding.detail).isEqualTo(Detail.FINALIZER_HANGS);
        assertThat(finding.closedAt.stack()).anyMatch(f -> f.startsWith("org.junit."));
        assertThat(finding.blamed()).isSameAs(finding.site);
    }

    @Test
    void withoutAFinalizerThereIsNoWait() throws Exception {
        tracking.collected(tracking.followUp(socket, Resource.SSL_SOCKET));
        expect(Verdict.LOST);
    }

    @Test
    void whatNoFinalizerCanChangeIsToldAtOnce() throws Exception {
        tracking.unreachable(tracking.followUp(socket, Resource.SSL_SOCKET, Event.CLOSE));
        expect(Verdict.UNSENT);
        assertThat(pending().isEmpty()).isTrue();
    }

    @Test
    void aRawSocketStillHeldDecides() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.layered(socket, raw);
        tracking.collected(session);
        expect();
        expectWait(session, Collector.TRANSPORT_MILLIS);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, null);
        tracking.collector.step();
        expect(Verdict.UNDERCUT);
    }

    @Test
    void aRawSocketDroppedLaterSettlesIt() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.layered(socket, raw);
        tracking.collected(session);
        tracker.table.find(raw).weak.enqueue();
        tracking.collector.step();
        expect(Verdict.LOST);
    }

    @Test
    void aTlsSocketBelowDroppedLaterSettlesIt() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        Session below = tracking.followUp(raw, Resource.SSL_SOCKET);
        tracking.layered(socket, raw);
        tracking.collected(session);
        expect();
        tracking.collected(below);
        expect(Verdict.LOST, Verdict.LOST);
    }

    @Test
    void aRawSocketKeptForLongIsNotWaitedFor() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.layered(socket, raw);
        tracking.collected(session);
        pending().expire();
        tracking.collector.step();
        expect(Verdict.LOST);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, null);
        tracking.collector.step();
        expect(Verdict.LOST);
    }

    @Test
    void anEngineWaitsForNoRawSocket() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_ENGINE);
        tracking.layered(socket, raw);
        tracking.collected(session);
        expect(Verdict.LOST);
    }
}

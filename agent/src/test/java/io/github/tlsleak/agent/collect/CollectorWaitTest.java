package io.github.tlsleak.agent.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Detail;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Verdicts that wait for a finalizer, or for the close of the transport. */
@Timeout(60)
class CollectorWaitTest {

    /** Real time that may pass between the steps of a test. */
    private static final long MARGIN_MILLIS = 2_000;

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;
    private final Object socket = new Object();
    private final Object transport = new StringBuilder();

    private void expect(Verdict... verdicts) {
        assertThat(tracking.heard.found).extracting(f -> f.verdict).containsExactly(verdicts);
    }

    private void advance(long millis) throws Exception {
        tracking.clock.advance(millis);
        tracking.collector.step();
    }

    /** Expects the verdict when so much time has passed, and not much earlier. */
    private void expectAfter(long millis, Verdict verdict) throws Exception {
        advance(millis - MARGIN_MILLIS);
        expect();
        advance(MARGIN_MILLIS);
        expect(verdict);
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
        advance(VerdictTiming.FINALIZER_MILLIS - MARGIN_MILLIS);
        expect();
        tracking.event(socket, Event.CLOSE);
        advance(MARGIN_MILLIS);
        expect(Verdict.LOST);
        assertThat(tracking.heard.found.get(0).finalizer).isTrue();
        assertThat(tracking.heard.found.get(0).detail).as("not for long enough").isNull();
        tracking.closed(socket, null);
        tracking.collected(session);
        expect(Verdict.LOST);
    }

    @Test
    void theStackOfAFinalizerThatHangsIsReported() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.layered(socket, transport);
        tracking.unreachable(session);
        advance(2 * VerdictTiming.FINALIZER_MILLIS);
        expect();
        tracking.event(socket, Event.CLOSE);
        tracking.collector.step();
        expectAfter(VerdictTiming.FINALIZER_MILLIS, Verdict.LOST);
        SessionFinding finding = tracking.heard.found.get(0);
        assertThat(finding.detail).isEqualTo(Detail.FINALIZER_HANGS);
        assertThat(finding.closedAt.frames()).anyMatch(f -> f.startsWith("org.junit."));
        assertThat(finding.blamed()).isSameAs(finding.stack);
    }

    @Test
    void withoutAFinalizerThereIsNoWait() throws Exception {
        tracking.collected(tracking.followUp(socket, Resource.SSL_SOCKET));
        expect(Verdict.LOST);
    }

    @Test
    void aVerdictThatNoFinalizerCanChangeIsReportedAtOnce() throws Exception {
        tracking.unreachable(tracking.followUp(socket, Resource.SSL_SOCKET, Event.CLOSE));
        expect(Verdict.UNSENT);
    }

    @Test
    void aTransportThatIsStillHeldDecides() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.layered(socket, transport);
        tracking.collected(session);
        expect();
        advance(VerdictTiming.TRANSPORT_MILLIS - MARGIN_MILLIS);
        expect();
        tracking.transport(transport, Event.TRANSPORT_CLOSED, null);
        tracking.collector.step();
        expect(Verdict.UNDERCUT);
    }

    @Test
    void theVerdictIsGivenOnceTheTransportIsCollected() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.layered(socket, transport);
        tracking.collected(session);
        tracker.table.find(transport).weak.enqueue();
        tracking.collector.step();
        expect(Verdict.LOST);
    }

    @Test
    void theVerdictIsGivenOnceTheTlsSocketBelowIsCollected() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        Session below = tracking.followUp(transport, Resource.SSL_SOCKET);
        tracking.layered(socket, transport);
        tracking.collected(session);
        expect();
        tracking.collected(below);
        expect(Verdict.LOST, Verdict.LOST);
    }

    @Test
    void aTransportKeptForLongIsNotWaitedFor() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET);
        tracking.layered(socket, transport);
        tracking.collected(session);
        expectAfter(VerdictTiming.TRANSPORT_MILLIS, Verdict.LOST);
        tracking.transport(transport, Event.TRANSPORT_CLOSED, null);
        tracking.collector.step();
        expect(Verdict.LOST);
    }

    @Test
    void anEngineWaitsForNoPlainSocket() throws Exception {
        Session session = tracking.followUp(socket, Resource.SSL_ENGINE);
        tracking.layered(socket, transport);
        tracking.collected(session);
        expect(Verdict.LOST);
    }
}

package io.github.tlsleak.agent.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CollectorTest {

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;
    private final Object one = new Object();
    private final Object two = new StringBuilder();

    private void expect(Verdict... verdicts) {
        assertThat(tracking.heard.found).extracting(f -> f.verdict).containsExactly(verdicts);
    }

    private void makeAndForget() {
        tracking.followUp(new Object(), Resource.SSL_SOCKET);
        tracking.followUp(new Object(), Resource.SSL_ENGINE);
        Object closed = new Object();
        tracking.followUp(closed, Resource.SSL_SOCKET, Event.CLOSE, Event.CLOSE_NOTIFY);
    }

    private long judged() {
        return tracker.totals().verdicts().values().stream().mapToLong(n -> n).sum();
    }

    @Test
    void sessionsAreJudgedOnceTheGarbageCollectorFindsThem() throws InterruptedException {
        makeAndForget();
        tracking.followUp(one, Resource.SSL_SOCKET);
        long deadline = System.nanoTime() + 30_000_000_000L;
        // the references to one object arrive in any order
        while (judged() < 3 && System.nanoTime() < deadline) {
            System.gc();
            tracking.collector.step();
        }
        assertThat(judged()).isEqualTo(3);
        expect(Verdict.LOST, Verdict.LOST);
        assertThat(tracking.heard.found)
                .extracting(f -> f.resource)
                .containsExactlyInAnyOrder(Resource.SSL_SOCKET, Resource.SSL_ENGINE);
        assertThat(tracker.totals().verdicts()).containsEntry(Verdict.CLOSED, 1L);
        assertThat(tracking.session(one)).isNotNull();
    }

    /** The thread takes a reference from the queue before it may work on it. */
    @Test
    void aCollectionWaitsForWhatTheCollectorsThreadHoldsInItsHand() throws Exception {
        Thread thread = new Thread(this::stepUntilInterrupted);
        thread.setDaemon(true);
        synchronized (tracking.collector) {
            Session session = tracking.followUp(one, Resource.SSL_ENGINE);
            session.weak.enqueue();
            thread.start();
            long deadline = System.nanoTime() + 30_000_000_000L;
            while (thread.getState() != Thread.State.BLOCKED && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(tracking.collector.collect()).isTrue();
            expect(Verdict.LOST);
        }
        thread.interrupt();
        thread.join();
    }

    private void stepUntilInterrupted() {
        try {
            while (true) {
                tracking.collector.step();
            }
        } catch (InterruptedException e) {
            // the test is over
            return;
        }
    }

    @Test
    void countedVerdictsAreNotReported() throws InterruptedException {
        assertThat(tracking.dropped(Resource.SSL_ENGINE)).isNull();
        assertThat(tracking.dropped(Resource.SSL_SOCKET, Event.CONNECTED, Event.CLOSE)).isNull();
        assertThat(tracker.totals().verdicts())
                .containsEntry(Verdict.UNUSED, 1L)
                .containsEntry(Verdict.CLOSED, 1L);
        assertThat(tracker.totals().count(Severity.LEAK)).isZero();
        assertThat(tracker.table.size()).isZero();
    }

    @Test
    void runningNumbers() throws InterruptedException {
        assertThat(tracking.lost(Resource.SSL_SOCKET).count).isEqualTo(1);
        assertThat(tracking.lost(Resource.SSL_SOCKET).count).isEqualTo(2);
        SessionFinding other = tracking.dropped(Resource.SSL_SOCKET, Event.CONNECTED);
        assertThat(other.count).isEqualTo(3);
        assertThat(tracker.totals().leaks())
                .containsEntry(Verdict.LOST, 2L)
                .containsEntry(Verdict.UNUSED, 1L);
    }

    @Test
    void wrapperAndDelegateAreReportedOnceDelegateFirst() throws InterruptedException {
        Session wrapper = tracking.followUp(one, Resource.SSL_SOCKET);
        Session delegate = tracking.follow(two, Resource.SSL_SOCKET);
        tracking.link(one, two);
        tracking.collected(delegate);
        expect();
        tracking.collected(wrapper);
        expect(Verdict.LOST);
        assertThat(tracking.heard.found.get(0).className).isEqualTo("java.lang.StringBuilder");
        assertThat(tracking.heard.found.get(0).wrapper).isEqualTo("java.lang.Object");
    }

    @Test
    void wrapperAndDelegateAreReportedOnceWrapperFirst() throws InterruptedException {
        Session wrapper = tracking.followUp(one, Resource.SSL_SOCKET);
        Session delegate = tracking.follow(two, Resource.SSL_SOCKET);
        tracking.link(one, two);
        tracking.collected(wrapper);
        expect();
        tracking.event(two, Event.PEER_EOF);
        tracking.collected(delegate);
        expect(Verdict.UNANSWERED);
    }

    @Test
    void anUnreachableSessionIsJudgedAtExit() throws InterruptedException {
        Session session = tracking.followUp(one, Resource.SSL_SOCKET);
        tracking.unreachable(session);
        expect();
        tracking.collector.finish(true);
        expect(Verdict.LOST);
    }

    @Test
    void aReachableSessionIsNotJudgedAtExit() {
        tracking.followUp(one, Resource.SSL_SOCKET);
        tracking.collector.finish(true);
        expect();
        assertThat(Snapshot.of(tracker).open).isEqualTo(1);
        assertThat(Snapshot.of(tracker).openSites.get(0).sessions).isEqualTo(1);
    }

    @Test
    void detailsOfAFinding() throws InterruptedException {
        tracking.follow(one, Resource.SSL_ENGINE);
        tracking.details.started(tracking.followed(one), true);
        tracking.details.established(
                tracking.followed(one), true, "TLSv1.3", "TLS_AES_256_GCM_SHA384", "db", 5432);
        tracking.adopt(one);
        SessionFinding finding = tracking.drop(one);
        assertThat(finding.severity).isEqualTo(Severity.LEAK);
        assertThat(finding.role).isEqualTo("client");
        assertThat(finding.peerHost).isEqualTo("db");
        assertThat(finding.peerPort).isEqualTo(5432);
        assertThat(finding.protocol).isEqualTo("TLSv1.3");
        assertThat(finding.thread).isEqualTo(Thread.currentThread().getName());
        assertThat(finding.adopted).isTrue();
        assertThat(finding.finalizer).isFalse();
        assertThat(finding.wrapper).isNull();
        assertThat(finding.lifetimeMillis()).isBetween(0L, 60_000L);
    }
}

package io.github.tlsleak.agent.output.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.ContextRecord;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.provider.SessionCache;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricSourceTest {

    private final Tracking tracking = new Tracking();

    private long of(Metric metric) {
        return metric.of(tracking.metrics.get());
    }

    private Session reported(Object object, Verdict verdict) {
        Session session = tracking.followUp(object, Resource.SSL_SOCKET);
        session.reported(verdict);
        return session;
    }

    @Test
    void sessions() throws Exception {
        Object open = new Object();
        tracking.followUp(open, Resource.SSL_SOCKET);
        tracking.lost(Resource.SSL_SOCKET);
        tracking.dropped(
                Resource.SSL_SOCKET,
                Event.CONNECTED,
                Event.ESTABLISHED,
                Event.CLOSE,
                Event.CLOSE_NOTIFY);
        assertThat(of(Metric.SESSIONS_OPENED)).isEqualTo(3);
        assertThat(of(Metric.SESSIONS_CLOSED)).isEqualTo(1);
        assertThat(of(Metric.SESSIONS_OPEN)).isEqualTo(1);
        assertThat(of(Metric.AGENT_ERRORS)).isZero();
        tracking.errors.add(new IllegalStateException());
        assertThat(of(Metric.AGENT_ERRORS)).isEqualTo(1);
        assertThat(open).isNotNull();
    }

    @Test
    void whatIsReportedAndNotOver() throws Exception {
        Object[] held = {new Object(), new Object(), new Object(), new Object(), new Object()};
        Session stuck = reported(held[0], Verdict.STUCK);
        Session left = reported(held[1], Verdict.PEER_CLOSED);
        reported(held[2], Verdict.FAILED);
        reported(held[3], Verdict.CLOSE_BLOCKED);
        reported(held[4], Verdict.OPEN);
        assertThat(of(Metric.SESSIONS_STUCK)).isEqualTo(1);
        assertThat(of(Metric.SESSIONS_PEER_CLOSED)).isEqualTo(1);
        assertThat(of(Metric.DESCRIPTORS_AT_RISK)).isEqualTo(4);
        stuck.reported(null);
        assertThat(of(Metric.SESSIONS_STUCK)).isZero();
        // judged while it is still reported: it is over, and nobody says so
        tracking.collected(left);
        assertThat(of(Metric.SESSIONS_PEER_CLOSED)).isZero();
        assertThat(held).doesNotContainNull();
    }

    @Test
    void contextsAndTheirCaches() {
        Object context = new Object();
        Object spi = new Object();
        tracking.caches = List.of(new SessionCache(3, 0, 0), new SessionCache(4, 20, 0));
        tracking.contexts.created(context, spi, true);
        tracking.contexts.created(new Object(), null, true);
        assertThat(of(Metric.CONTEXTS)).isEqualTo(2);
        assertThat(of(Metric.CACHES)).isEqualTo(7);
        tracking.tracker.collected.take((ContextRecord) tracking.tracker.table.find(context));
        assertThat(of(Metric.CONTEXTS)).isEqualTo(1);
        assertThat(spi).isNotNull();
    }

    /** Two objects that turn out to be one session must not look like a restart of the JVM. */
    @Test
    void aCounterNeverFalls() {
        Object wrapper = new Object();
        Object delegate = new Object();
        tracking.follow(wrapper, Resource.SSL_SOCKET, Event.CONNECTED, Event.STARTED);
        tracking.follow(delegate, Resource.SSL_SOCKET, Event.CONNECTED, Event.STARTED);
        assertThat(of(Metric.SESSIONS_OPENED)).isEqualTo(2);
        tracking.link(wrapper, delegate);
        assertThat(tracking.state().now.balance.sessions).isEqualTo(1);
        assertThat(of(Metric.SESSIONS_OPENED)).isEqualTo(2);
    }

    /** Exporters for Prometheus take these ends off, and two metrics become one. */
    @Test
    void noNameHasAnEndThatPrometheusReserves() {
        for (Metric metric : Metric.values()) {
            assertThat(metric.id)
                    .matches("tlsleak(\\.[a-z_]+)+")
                    .doesNotMatch(".*(total|created|info|bucket|sum|count)");
        }
    }
}

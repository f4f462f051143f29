package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Sessions of SunJSSE over a socket that throws their close_notify away. */
class SwallowedTest {

    private static final String PROXY = "com.microsoft.sqlserver.jdbc.TDSChannel$ProxySocket";

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;

    private Session closed(String below) throws Exception {
        Object socket = new Object();
        tracker.created(socket, Resource.SSL_SOCKET, null, false, true);
        Session sun = tracking.session(socket);
        tracking.transports.over(sun, below);
        for (Event event : Tracking.UP) {
            tracking.event(socket, event);
        }
        tracking.event(socket, Event.CLOSE);
        tracking.event(socket, Event.CLOSE_NOTIFY);
        tracking.at("com.microsoft.sqlserver.jdbc.TDSChannel", "disableSSL", 3);
        tracking.closed(socket, null);
        return sun;
    }

    @Test
    void whatTheDriverSwallowsIsItsNotice() throws Exception {
        Session session = closed(PROXY);
        assertThat(session.is(Session.DISMISSED)).isFalse();
        tracking.collected(session);
        SessionFinding finding = tracking.heard.found.get(0);
        assertThat(finding.verdict).isEqualTo(Verdict.UNSENT);
        assertThat(finding.severity).isEqualTo(Severity.NOTICE);
        assertThat(finding.known.id()).isEqualTo("mssql-jdbc");
        assertThat(finding.known.owner()).isEqualTo("library");
        assertThat(tracker.totals().overOthers()).containsEntry(PROXY, 1L);
    }

    @Test
    void othersAreOnlyCounted() throws Exception {
        tracking.collected(closed("com.acme.ProxySocket"));
        assertThat(tracking.heard.found).isEmpty();
        assertThat(tracker.totals().verdicts()).containsOnlyKeys(Verdict.CLOSED);
        assertThat(tracker.totals().overOthers()).containsOnlyKeys("com.acme.ProxySocket");
    }

    @Test
    void theJdksAreNot() throws Exception {
        tracking.collected(closed("java.net.Socket"));
        tracking.collected(closed("sun.nio.ch.SocketAdaptor"));
        assertThat(tracker.totals().overOthers()).isEmpty();
    }

    @Test
    void fewClassesAreToldApart() throws Exception {
        for (int i = 0; i < 100; i++) {
            closed("com.acme.Generated" + i);
        }
        assertThat(tracker.totals().overOthers()).hasSizeLessThan(20);
        assertThat(tracker.totals().overOthers().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(100);
    }
}

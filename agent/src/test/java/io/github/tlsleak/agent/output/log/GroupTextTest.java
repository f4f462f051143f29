package io.github.tlsleak.agent.output.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupTextTest {

    private final Tracking tracking = new Tracking();
    private Site site;

    @BeforeEach
    void makeSite() throws InterruptedException {
        site = tracking.lost(Resource.SSL_ENGINE).site;
    }

    @Test
    void churn() {
        assertThat(GroupText.full(tracking.contexts(Verdict.CONTEXT_CHURN, site, 25, 26, 2)))
                .startsWith(
                        "CONTEXT_CHURN: SSLContexts of one site: 25 contexts, 26 sessions, 2 alive\n"
                                + "  site      "
                                + site.fingerprint()
                                + "  com.acme.OrderClient.call(OrderClient.java:42) "
                                + " [application]\n"
                                + "  why       each context loads its trust store")
                .contains(
                        "\n  fix       make one SSLContext, or the client object that makes it, and share it\n  allocated at\n")
                .contains("\n  > com.acme.OrderClient.call(OrderClient.java:42)\n");
    }

    @Test
    void hoardWithoutKnownSessions() {
        assertThat(GroupText.full(tracking.contexts(Verdict.CONTEXT_HOARD, site, 120, -1, 101)))
                .startsWith("CONTEXT_HOARD: SSLContexts of one site: 120 contexts, 101 alive\n")
                .contains("as long as it is reachable");
    }

    private GroupFinding sessions(GroupFinding.Phase phase) {
        Map<Figure, Long> figures = Map.of(Figure.LIVE, 200L, Figure.PER_MINUTE, 12L);
        Map<String, Long> peers = new LinkedHashMap<>();
        peers.put("db:5432", 180L);
        peers.put("mq:5671", 20L);
        Resource socket = Resource.SSL_SOCKET;
        return tracking.group(Verdict.SESSION_HOARD, socket, site, phase, figures, peers);
    }

    @Test
    void sessionsWithTheirPeers() {
        assertThat(GroupText.full(sessions(GroupFinding.Phase.NEW)))
                .startsWith(
                        "SESSION_HOARD: SSLSockets of one site: 200 alive, 12 more a minute\n  site ")
                .contains("\n  peers     db:5432 (180), mq:5671 (20)\n  why ");
    }

    @Test
    void laterOnesTakeOneLine() {
        assertThat(GroupText.again(sessions(GroupFinding.Phase.AGAIN)))
                .startsWith("SESSION_HOARD goes on: SSLSockets of one site: 200 alive, 12 more")
                .contains(", peers db:5432 (180), mq:5671 (20), " + site.fingerprint())
                .doesNotContain("\n");
        assertThat(GroupText.over(sessions(GroupFinding.Phase.OVER)))
                .startsWith("SESSION_HOARD is over after all: SSLSockets of one site: 200 alive")
                .doesNotContain("\n");
    }
}

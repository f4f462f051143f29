package io.github.tlsleak.agent.output.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContextTextTest {

    private final Tracking tracking = new Tracking();
    private Site site;

    @BeforeEach
    void makeSite() throws InterruptedException {
        site = tracking.lost(Resource.SSL_ENGINE).site;
    }

    @Test
    void churn() {
        assertThat(ContextText.full(tracking.contexts(Verdict.CONTEXT_CHURN, site, 25, 26, 2)))
                .startsWith(
                        "CONTEXT_CHURN: 25 SSLContexts from one site, 26 sessions, 2 alive\n"
                                + "  site      "
                                + site.fingerprint()
                                + "  com.acme.OrderClient.call(OrderClient.java:42) "
                                + " [application]\n"
                                + "  why       each context loads its trust store")
                .contains("\n  fix       make one SSLContext and share it\n  allocated at\n")
                .contains("\n  > com.acme.OrderClient.call(OrderClient.java:42)\n");
    }

    @Test
    void hoardWithoutKnownSessions() {
        assertThat(ContextText.full(tracking.contexts(Verdict.CONTEXT_HOARD, site, 120, -1, 101)))
                .startsWith("CONTEXT_HOARD: 120 SSLContexts from one site, 101 alive\n")
                .contains("as long as it is reachable");
    }
}

package io.github.tlsleak.agent.output.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Resource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownCountsTest {

    private static Summary summary(Tracking tracking) throws InterruptedException {
        tracking.at("jdk.internal.net.http.Http2Connection", "create", 1);
        tracking.lost(Resource.SSL_ENGINE);
        tracking.lost(Resource.SSL_ENGINE);
        tracking.at("com.acme.A", "a", 1).lost(Resource.SSL_SOCKET);
        return Summaries.of(tracking);
    }

    private static KnownBehaviours.Rule rule() {
        return new KnownBehaviours()
                .rules().stream().filter(r -> r.id().equals("java.net.http")).findFirst().get();
    }

    @Test
    void theSummarySaysWhatIsKnownAndWhereToReadMore() throws Exception {
        Summary summary = summary(new Tracking());
        assertThat(summary.text(true))
                .contains("1 leak, 0 defects, 0 notices, 2 known behaviours")
                .contains("\n  2 known, java.net.http: " + rule().sentence() + "\n")
                .contains("\n    see " + rule().link() + "; strict=true reports them");
        JsonNode known =
                new ObjectMapper().readTree(summary.json().toString()).get("knownBehaviours");
        assertThat(known).hasSize(1);
        assertThat(known.get(0).get("id").asText()).isEqualTo("java.net.http");
        assertThat(known.get(0).get("count").intValue()).isEqualTo(2);
        assertThat(known.get(0).get("description").asText()).isEqualTo(rule().sentence());
        assertThat(known.get(0).get("link").asText()).isEqualTo(rule().link());
    }

    @Test
    void strictKnowsNone() throws Exception {
        Summary summary = summary(new Tracking(true, Suppressions.none()));
        assertThat(summary.text(true)).contains("3 leaks").doesNotContain("known");
        assertThat(summary.json().toString()).doesNotContain("knownBehaviours");
    }

    @Test
    void none() {
        assertThat(KnownCounts.lines(Map.of())).isEmpty();
        assertThat(KnownCounts.json(Map.of())).isNull();
    }
}

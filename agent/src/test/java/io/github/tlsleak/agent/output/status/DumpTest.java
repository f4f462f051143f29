package io.github.tlsleak.agent.output.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.labels.Labels;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpTest {

    private static final String COMMAND = "java -jar tlsleak.jar heap 4711";

    @TempDir Path dir;

    private final List<Object> alive = new ArrayList<>();
    private final AgentStatus.Builder facts = new AgentStatus.Builder();
    private Suppressions suppressions = Suppressions.none();
    private Tracking tracking = new Tracking();

    DumpTest() {
        facts.version = "0.1.0";
        facts.pid = 4711;
        facts.startedMillis = 1_000_000_000_000L;
        facts.timeMillis = facts.startedMillis + 125_000;
    }

    private void suppress(String... rules) throws IOException {
        Path file = Files.writeString(dir.resolve("rules"), String.join("\n", rules));
        suppressions = Suppressions.read(file, new ArrayList<>());
        tracking = new Tracking(false, suppressions);
    }

    private void open(String className, int line) {
        Object object = new Object();
        alive.add(object);
        tracking.at(className, "o", line);
        tracking.tracker.created(object, Resource.SSL_SOCKET, null, false, false);
        tracking.event(object, Event.ESTABLISHED);
    }

    private void losses() throws InterruptedException {
        tracking.at("com.acme.A", "a", 1).lost(Resource.SSL_SOCKET);
        tracking.at("com.acme.B", "b", 2).lost(Resource.SSL_SOCKET);
        tracking.lost(Resource.SSL_SOCKET);
        tracking.dropped(Resource.SSL_SOCKET, Event.CONNECTED, Event.ESTABLISHED, Event.CLOSE);
    }

    private TrackingState standing() {
        return new TrackingState(
                Snapshot.of(tracking.tracker),
                tracking.tracker.totals(),
                tracking.sites,
                suppressions);
    }

    private String text(boolean openToo) {
        return DumpText.of(facts.build(), standing(), openToo);
    }

    private JsonNode json(boolean openToo) throws IOException {
        String text = DumpJson.of(facts.build(), standing(), openToo);
        assertThat(text).endsWith("}\n");
        return new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(text);
    }

    @Test
    void thePipelineWhereNoFrameIsTheApplications() throws Exception {
        tracking.at("io.netty.channel.nio.NioEventLoop", "run", 7);
        Object engine = new Object();
        alive.add(engine);
        tracking.follow(engine, Resource.SSL_ENGINE, Event.ESTABLISHED);
        tracking.session(engine).origin.site.pipeline("SslHandler, RedisHandler");
        assertThat(text(true)).contains("  pipeline: SslHandler, RedisHandler\n");
        JsonNode open = json(true).path("openSites").path(0);
        assertThat(open.path("pipeline").asText()).isEqualTo("SslHandler, RedisHandler");
    }

    @Test
    void inWords() throws Exception {
        suppress("LOST:com.acme.A.*", "com.acme.Never");
        losses();
        open("com.acme.Open", 4);
        open("com.acme.Open", 4);
        facts.errors = 1;
        facts.firstError = "java.lang.Error: x";
        String text = text(true);
        assertThat(text.replaceAll("\\b[0-9a-f]{16}\\b", "FP").replaceAll("\\d\\.\\d s", "T"))
                .isEqualTo(
                        """
                        tlsleak 0.1.0 in process 4711 at 2001-09-09T01:48:45.000Z (premain, up 2 min 5 s)
                        6 sessions, 0 closed, 2 open; 2 leaks, 1 defect, 0 notices
                          6 sessions = 3 LOST + 1 UNSENT + 2 open
                          1 suppressed by LOST:com.acme.A.*
                          suppression never used: com.acme.Never
                          1 error of the agent, first: java.lang.Error: x

                        2 LOST, 1 UNSENT at FP  com.acme.B.b(B.java:2)  [application]
                          allocated at
                            sun.security.ssl.SSLEngineImpl.<init>(SSLEngineImpl.java:1)
                          > com.acme.B.b(B.java:2)
                            com.acme.Main.main(Main.java:7)

                        2 open, oldest T, youngest T, at FP  com.acme.Open.o(Open.java:4)  [application]
                          allocated at
                            sun.security.ssl.SSLEngineImpl.<init>(SSLEngineImpl.java:1)
                          > com.acme.Open.o(Open.java:4)
                            com.acme.Main.main(Main.java:7)

                        who holds them: java -jar tlsleak.jar heap 4711
                        """);
        assertThat(text(false)).doesNotContain("oldest", "who holds").startsWith("tlsleak 0.1.0");
    }

    @Test
    void asJson() throws Exception {
        suppress("LOST:com.acme.A.*", "com.acme.Never");
        losses();
        open("com.acme.Open", 4);
        facts.errors = 1;
        facts.firstError = "e";
        JsonNode json = json(true);
        assertThat(json.get("agent").asText()).isEqualTo("0.1.0");
        assertThat(json.get("pid").longValue()).isEqualTo(4711);
        assertThat(json.get("mode").asText()).isEqualTo("premain");
        assertThat(json.get("started").asText()).isEqualTo("2001-09-09T01:46:40.000Z");
        assertThat(json.get("time").asText()).isEqualTo("2001-09-09T01:48:45.000Z");
        assertThat(json.get("created").longValue()).isEqualTo(5);
        assertThat(json.get("joined").longValue()).isZero();
        assertThat(json.get("sessions").longValue()).isEqualTo(5);
        assertThat(json.get("ended").toString()).isEqualTo("{\"LOST\":3,\"UNSENT\":1}");
        assertThat(json.get("closed").longValue()).isZero();
        assertThat(json.get("open").longValue()).isEqualTo(1);
        assertThat(json.get("leaks").toString()).isEqualTo("{\"LOST\":2}");
        assertThat(json.get("defects").longValue()).isEqualTo(1);
        assertThat(json.get("notices").longValue()).isZero();
        assertThat(json.get("suppressed").longValue()).isEqualTo(1);
        assertThat(json.get("usedSuppressions").toString()).isEqualTo("{\"LOST:com.acme.A.*\":1}");
        assertThat(json.get("unusedSuppressions").toString()).isEqualTo("[\"com.acme.Never\"]");
        assertThat(json.get("agentErrors").longValue()).isEqualTo(1);
        assertThat(json.get("firstError").asText()).isEqualTo("e");
        assertThat(json.get("sites")).hasSize(1);
        JsonNode site = json.get("sites").get(0);
        assertThat(site.get("site").asText()).matches("[0-9a-f]{16}");
        assertThat(site.get("frame").asText()).isEqualTo("com.acme.B.b(B.java:2)");
        assertThat(site.get("owner").asText()).isEqualTo("application");
        assertThat(site.get("verdicts").toString()).isEqualTo("{\"LOST\":2,\"UNSENT\":1}");
        assertThat(site.get("stack")).hasSize(3);
        JsonNode open = json.get("openSites").get(0);
        assertThat(open.get("sessions").longValue()).isEqualTo(1);
        assertThat(open.get("oldestMillis").longValue()).isBetween(0L, 60_000L);
        assertThat(open.get("youngestMillis")).isEqualTo(open.get("oldestMillis"));
        assertThat(open.get("stack").get(1).asText()).isEqualTo("com.acme.Open.o(Open.java:4)");
        assertThat(json.get("whoHolds").asText()).isEqualTo(COMMAND);
    }

    @Test
    void whoHoldsWhatWasFoundAlive() throws Exception {
        losses();
        assertThat(json(false).has("whoHolds")).as("all is gone").isFalse();
        assertThat(text(true)).doesNotContain("who holds");
        tracking.lost(Resource.SSL_SOCKET);
        tracking.at("com.acme.C", "c", 3);
        Object stuck = new Object();
        alive.add(stuck);
        tracking.tracker.created(stuck, Resource.SSL_SOCKET, null, false, false);
        SessionFinding finding = tracking.finding(stuck, Verdict.STUCK, Severity.DEFECT, 1);
        finding.site.count(finding.verdict);
        assertThat(text(false)).endsWith("\n\nwho holds them: " + COMMAND + "\n");
        assertThat(json(false).get("whoHolds").asText()).isEqualTo(COMMAND);
        facts.pid = -1;
        assertThat(text(false)).doesNotContain("who holds");
    }

    @Test
    void nothingYet() throws Exception {
        facts.pid = -1;
        facts.waiting = true;
        assertThat(DumpText.of(facts.build(), standing(), true))
                .isEqualTo(
                        """
                        tlsleak 0.1.0 at 2001-09-09T01:48:45.000Z (premain, up 2 min 5 s)
                        TLS has not come into use yet
                        0 sessions, 0 closed, 0 open; 0 leaks, 0 defects, 0 notices
                        """);
        assertThat(json(true).get("openSites")).isEmpty();
        assertThat(json(false).has("openSites")).isFalse();
        assertThat(json(false).has("pid")).isFalse();
        assertThat(json(false).has("firstError")).isFalse();
        assertThat(json(false).get("sites")).isEmpty();
    }

    @Test
    void oneSiteALine() throws Exception {
        losses();
        assertThat(DumpJson.of(facts.build(), standing(), false).lines())
                .hasSize(4)
                .last()
                .isEqualTo("]}");
    }

    @Test
    void theLinesOfAMethodAreShownTogether() throws Exception {
        tracking.at("com.acme.A", "a", 42).lost(Resource.SSL_SOCKET);
        tracking.at("com.acme.A", "a", 57).lost(Resource.SSL_SOCKET);
        open("com.acme.O", 1);
        open("com.acme.O", 2);
        assertThat(text(true))
                .contains("2 LOST at ", "  com.acme.A.a(A.java:42) and (A.java:57)  [application]")
                .contains("2 open, ", "  com.acme.O.o(O.java:1) and (O.java:2)  [application]");
        JsonNode json = json(true);
        assertThat(json.at("/sites/0/lines/1").asText()).isEqualTo("com.acme.A.a(A.java:57)");
        assertThat(json.at("/openSites/0/lines")).hasSize(2);
    }

    @Test
    void boundedAndSaysSo() throws Exception {
        for (int i = 1; i <= 1_003; i++) {
            tracking.at("com.acme.A", "a" + i, i).lost(Resource.SSL_SOCKET);
            open("com.acme.O" + i, i);
        }
        assertThat(text(true))
                .contains("\n\n3 more sites with findings not listed\n")
                .contains("\n\n3 more sites with open sessions not listed\n");
        JsonNode json = json(true);
        assertThat(json.get("sites")).hasSize(1_000);
        assertThat(json.get("sitesLeftOut").longValue()).isEqualTo(3);
        assertThat(json.get("openSites")).hasSize(1_000);
        assertThat(json.get("openSitesLeftOut").longValue()).isEqualTo(3);
    }

    @Test
    void aTerminalObeysNothing() throws Exception {
        tracking.at("com.acme.\u001b[2JA", "a", 1).lost(Resource.SSL_SOCKET);
        assertThat(text(false)).contains("com.acme.?[2JA").doesNotContain("\u001b");
    }

    @Test
    void withoutStacks() throws Exception {
        tracking.set("stack.depth=0");
        tracking.lost(Resource.SSL_SOCKET);
        assertThat(text(false))
                .contains("allocated at: not known (stack.depth=0, or a JVM without stacks)");
        assertThat(json(false).get("sites").get(0).has("frame")).isFalse();
    }

    @Test
    void labels() throws Exception {
        facts.labels = Labels.of(Map.of("team", "a\n\"b\""), new ArrayList<>());
        assertThat(text(false)).contains("\nlabels team:a?\"b\"\n");
        assertThat(json(false).path("labels").path("team").asText()).isEqualTo("a\n\"b\"");
    }
}

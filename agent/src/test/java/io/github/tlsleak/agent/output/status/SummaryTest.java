package io.github.tlsleak.agent.output.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    private static final Event[] UP = {Event.CONNECTED, Event.ESTABLISHED};

    @TempDir Path dir;

    private final Object alive = new Object();
    private Suppressions suppressions = Suppressions.none();
    private Tracking tracking = new Tracking();

    private void suppress(String... rules) throws IOException {
        Path file = Files.writeString(dir.resolve("rules"), String.join("\n", rules));
        suppressions = Suppressions.read(file, new ArrayList<>());
        tracking = new Tracking(false, suppressions);
    }

    private Summary summary(long errors, String first) {
        return Summaries.of(tracking, suppressions, errors, first);
    }

    @Test
    void whatCannotBeKnownOfTheProvidersSeen() {
        List<String> covered =
                List.of(
                        "sun.security.ssl.SSLEngineImpl",
                        "org.conscrypt.ConscryptEngine",
                        "com.acme.A",
                        "com.acme.B");
        TrackingState standing = Summaries.standing(tracking, suppressions);
        assertThat(new Summary(standing, 0, null, covered).text(true).lines().skip(1))
                .containsExactly(
                        "  not exact: Conscrypt: on its sockets it is not seen that the peer ended TCP:"
                                + " UNANSWERED is LOST then",
                        "  not exact: com.acme.A, com.acme.B: judged by the public API, and by what"
                                + " they delegate to");
    }

    private void openOne() {
        tracking.tracker.created(alive, Resource.SSL_SOCKET, null, false, false);
        tracking.event(alive, Event.ESTABLISHED);
    }

    private void losses() throws InterruptedException {
        tracking.at("com.acme.A", "a", 1).lost(Resource.SSL_SOCKET);
        tracking.at("com.acme.B", "b", 2);
        tracking.lost(Resource.SSL_SOCKET);
        tracking.lost(Resource.SSL_SOCKET);
        tracking.dropped(Resource.SSL_SOCKET, Event.CONNECTED, Event.ESTABLISHED, Event.CLOSE);
        Event[] clean = {Event.ESTABLISHED, Event.CLOSE, Event.CLOSE_NOTIFY};
        tracking.at("com.acme.Clean", "c", 3).dropped(Resource.SSL_SOCKET, clean);
    }

    @Test
    void sitesByCount() throws Exception {
        losses();
        openOne();
        String text = summary(0, null).text(true);
        assertThat(text.lines().toList())
                .hasSize(5)
                .satisfies(
                        lines -> {
                            assertThat(lines.get(0))
                                    .isEqualTo(
                                            "summary: 6 sessions, 1 closed, 1 open;"
                                                    + " 3 leaks, 1 defect, 0 notices");
                            assertThat(lines.get(1))
                                    .isEqualTo(
                                            "  6 sessions = 1 closed + 3 LOST + 1 UNSENT + 1 open");
                            assertThat(lines.get(2))
                                    .startsWith("  2 LOST, 1 UNSENT at ")
                                    .contains("com.acme.B.b(B.java:2)");
                            assertThat(lines.get(3)).startsWith("  1 LOST at ");
                            assertThat(lines.get(4))
                                    .matches("  1 still open, oldest \\d\\.\\d s, at .*");
                        });
        assertThat(summary(0, null).text(false)).doesNotContain("still open");
    }

    @Test
    void aSessionOverButNotCollectedIsClosed() {
        openOne();
        tracking.event(alive, Event.CLOSE);
        tracking.event(alive, Event.CLOSE_NOTIFY);
        assertThat(summary(0, null).text(true))
                .isEqualTo(
                        "summary: 1 session, 1 closed, 0 open; 0 leaks, 0 defects, 0 notices\n"
                                + "  1 session = 1 closed");
    }

    @Test
    void suppressionsUsedAndUnused() throws Exception {
        suppress("LOST:com.acme.A.*", "com.acme.Never");
        losses();
        assertThat(summary(0, null).text(true))
                .contains("2 leaks, 1 defect")
                .contains("\n  1 suppressed by LOST:com.acme.A.*")
                .contains("\n  suppression never used: com.acme.Never");
    }

    @Test
    void aSuppressedLeakIsNotListedAmongTheLeaks() throws Exception {
        suppress("com.acme.A.*");
        tracking.at("com.acme.A", "a", 1).lost(Resource.SSL_SOCKET);
        assertThat(summary(0, null).text(true)).contains("0 leaks").doesNotContain("LOST at");
    }

    @Test
    void leaksWithoutAStackAreListed() throws Exception {
        tracking.set("stack.depth=0");
        tracking.dropped(Resource.SSL_SOCKET, UP);
        assertThat(summary(0, null).text(true)).contains("\n  1 LOST at ");
    }

    @Test
    void errorsOfTheAgent() {
        assertThat(summary(2, "java.lang.Error: x at y").text(true))
                .endsWith("\n  2 errors of the agent, first: java.lang.Error: x at y");
    }

    @Test
    void asJson() throws Exception {
        suppress("LOST:com.acme.A.*", "com.acme.Never");
        losses();
        openOne();
        JsonNode json = new ObjectMapper().readTree(summary(1, "e").json().toString());
        assertThat(json.get("type").asText()).isEqualTo("summary");
        assertThat(json.get("created").longValue()).isEqualTo(6);
        assertThat(json.get("sessions").longValue()).isEqualTo(6);
        assertThat(json.get("ended").toString()).isEqualTo("{\"LOST\":3,\"UNSENT\":1}");
        assertThat(json.get("closed").longValue()).isEqualTo(1);
        assertThat(json.get("leaks").toString()).isEqualTo("{\"LOST\":2}");
        assertThat(json.get("defects").longValue()).isEqualTo(1);
        assertThat(json.get("notices").longValue()).isZero();
        assertThat(json.get("suppressed").longValue()).isEqualTo(1);
        assertThat(json.get("open").longValue()).isEqualTo(1);
        assertThat(json.get("verdicts").get("LOST").longValue()).isEqualTo(3);
        assertThat(json.get("unusedSuppressions").toString()).isEqualTo("[\"com.acme.Never\"]");
        assertThat(json.get("agentErrors").longValue()).isEqualTo(1);
        assertThat(json.get("firstError").asText()).isEqualTo("e");
        assertThat(json.get("time").asText()).isNotEmpty();
    }

    @Test
    void withoutErrorsNoFirstOne() throws Exception {
        JsonNode json = new ObjectMapper().readTree(summary(0, null).json().toString());
        assertThat(json.has("firstError")).isFalse();
        assertThat(json.get("agentErrors").longValue()).isZero();
    }
}

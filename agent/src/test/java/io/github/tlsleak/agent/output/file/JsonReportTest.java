package io.github.tlsleak.agent.output.file;

import static io.github.tlsleak.agent.output.file.JsonLines.names;
import static io.github.tlsleak.agent.output.file.JsonLines.types;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReportTest extends JsonReportSetUp {

    private Object established() {
        Object engine = new Object();
        tracking.tracker.created(engine, Resource.SSL_ENGINE, null, false, false);
        tracking.details.started(tracking.followed(engine), false);
        tracking.details.established(
                tracking.followed(engine), false, "TLSv1.3", "TLS_X", "10.0.0.7", 4711);
        return engine;
    }

    @Test
    void allFieldsOfALeak() throws Exception {
        open(1 << 20).found(tracking.drop(established()));
        JsonNode leak = lines("r.jsonl").get(2);
        assertThat(names(leak))
                .containsExactlyInAnyOrder(
                        "type",
                        "time",
                        "verdict",
                        "severity",
                        "resource",
                        "class",
                        "role",
                        "peerHost",
                        "peerPort",
                        "protocol",
                        "cipherSuite",
                        "created",
                        "lifetimeMillis",
                        "thread",
                        "site",
                        "count",
                        "adopted",
                        "finalizer",
                        "run");
        assertThat(leak.get("run").asText()).isEqualTo("r1");
        assertThat(leak.get("type").asText()).isEqualTo("leak");
        assertThat(leak.get("verdict").asText()).isEqualTo("LOST");
        assertThat(leak.get("severity").asText()).isEqualTo("leak");
        assertThat(leak.get("resource").asText()).isEqualTo("SSLEngine");
        assertThat(leak.get("role").asText()).isEqualTo("server");
        assertThat(leak.get("peerPort").intValue()).isEqualTo(4711);
        assertThat(leak.get("count").isIntegralNumber()).isTrue();
        assertThat(leak.get("adopted").isBoolean()).isTrue();
        Instant created = Instant.parse(leak.get("created").asText());
        assertThat(Instant.parse(leak.get("time").asText())).isAfterOrEqualTo(created);
    }

    @Test
    void whatIsNotKnownIsAbsent() throws Exception {
        open(1 << 20).found(tracking.dropped(Resource.SSL_SOCKET, Event.CONNECTED));
        assertThat(names(lines("r.jsonl").get(2)))
                .doesNotContain(
                        "provider",
                        "role",
                        "peerHost",
                        "peerPort",
                        "peerEnd",
                        "protocol",
                        "cipherSuite",
                        "wrapper",
                        "known",
                        "suppressedBy",
                        "error");
    }

    @ParameterizedTest
    @CsvSource({"PEER_CLOSE_NOTIFY, close_notify", "PEER_EOF, eof", "PEER_RESET, reset"})
    void howThePeerEnded(Event end, String word) throws Exception {
        Event[] events = {Event.CONNECTED, Event.STARTED, Event.ESTABLISHED, end};
        open(1 << 20).found(tracking.dropped(Resource.SSL_SOCKET, events));
        JsonNode leak = lines("r.jsonl").get(2);
        assertThat(leak.get("verdict").asText()).isEqualTo("UNANSWERED");
        assertThat(leak.get("peerEnd").asText()).isEqualTo(word);
    }

    @Test
    void rarerFields() throws Exception {
        Path rules = Files.writeString(dir.resolve("rules"), "jdk.internal.net.http.**");
        Tracking other = new Tracking(false, Suppressions.read(rules, new ArrayList<>()));
        other.at("jdk.internal.net.http.Http2Connection", "createEngine", 1);
        open(1 << 20).found(other.lost(Resource.SSL_ENGINE));
        JsonNode leak = lines("r.jsonl").get(2);
        assertThat(leak.get("known").asText()).isEqualTo("java.net.http");
        assertThat(leak.get("suppressedBy").asText()).isEqualTo("jdk.internal.net.http.**");
        assertThat(leak.get("severity").asText()).isEqualTo("notice");
    }

    @Test
    void openAndReclosed() throws Exception {
        open(1 << 20);
        SessionFinding finding =
                tracking.finding(established(), Verdict.OPEN, Severity.NOTICE, 73_000);
        report.found(finding);
        report.over(finding);
        List<JsonNode> lines = lines("r.jsonl");
        assertThat(types(lines)).containsExactly("meta", "site", "open", "reclosed");
        for (JsonNode line : lines.subList(2, 4)) {
            assertThat(line.get("verdict").asText()).isEqualTo("OPEN");
            assertThat(line.get("ageMillis").longValue()).isEqualTo(73_000);
            assertThat(names(line)).doesNotContain("lifetimeMillis", "count");
        }
    }

    @Test
    void sessionsOfASite() throws Exception {
        open(1 << 20);
        Site site = tracking.lost(Resource.SSL_SOCKET).site;
        Map<Figure, Long> figures = Map.of(Figure.LIVE, 120L, Figure.PER_HOUR, 30L);
        for (GroupFinding.Phase phase : GroupFinding.Phase.values()) {
            Map<String, Long> peers = Map.of("db:5432", 120L);
            Resource socket = Resource.SSL_SOCKET;
            report.found(
                    tracking.group(Verdict.SESSION_HOARD, socket, site, phase, figures, peers));
        }
        List<JsonNode> lines = lines("r.jsonl");
        assertThat(types(lines))
                .containsExactly("meta", "site", "sessions", "sessions", "sessions");
        JsonNode hoard = lines.get(2);
        assertThat(hoard.get("severity").asText()).isEqualTo("defect");
        assertThat(hoard.get("live").longValue()).isEqualTo(120);
        assertThat(hoard.get("perHour").longValue()).isEqualTo(30);
        assertThat(hoard.get("peers").get("db:5432").longValue()).isEqualTo(120);
        assertThat(hoard.has("over")).isFalse();
        assertThat(lines.get(4).get("over").booleanValue()).isTrue();
    }

    @Test
    void contexts() throws Exception {
        open(1 << 20);
        SessionFinding any = tracking.lost(Resource.SSL_SOCKET);
        Site made = any.stack.site(Resource.SSL_CONTEXT);
        report.found(tracking.contexts(Verdict.CONTEXT_CHURN, made, 20, 3, 1));
        report.found(tracking.contexts(Verdict.CONTEXT_HOARD, made, 100, -1, 100));
        List<JsonNode> lines = lines("r.jsonl");
        assertThat(types(lines)).containsExactly("meta", "site", "context", "context");
        assertThat(lines.get(1).get("resource").asText()).isEqualTo("SSLContext");
        assertThat(lines.get(2).get("verdict").asText()).isEqualTo("CONTEXT_CHURN");
        assertThat(lines.get(2).get("sessions").longValue()).isEqualTo(3);
        assertThat(lines.get(3).get("verdict").asText()).isEqualTo("CONTEXT_HOARD");
        assertThat(names(lines.get(3)))
                .containsExactlyInAnyOrder(
                        "type",
                        "time",
                        "verdict",
                        "severity",
                        "resource",
                        "site",
                        "contexts",
                        "live",
                        "run");
    }

    @Test
    void closingAgainAndWritingAfterwardsAreHarmless() throws Exception {
        open(1 << 20).found(tracking.drop(established()));
        report.close();
        String content = Files.readString(dir.resolve("r.jsonl"));
        report.close();
        report.found(tracking.drop(established()));
        report.write(JsonLine.ofType("summary"));
        report.tick();
        assertThat(dir.resolve("r.jsonl")).hasContent(content);
        assertThat(OpenFiles.below(dir)).isEmpty();
    }
}

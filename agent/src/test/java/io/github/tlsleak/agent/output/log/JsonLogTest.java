package io.github.tlsleak.agent.output.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.labels.Labels;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.verdict.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLogTest {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    @TempDir Path dir;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> warnings = new ArrayList<>();
    private final Tracking tracking = new Tracking();

    private AgentLog log(String options) {
        // a stream that can write nothing but ASCII
        PrintStream stderr = new PrintStream(bytes, true, StandardCharsets.US_ASCII);
        Launch launch =
                new Launch(false, null, stderr)
                        .with(Labels.of(Map.of("service", "sh\u00f6p"), warnings));
        Options given =
                Options.load("log.format=json," + options, new Properties(), Map.of(), warnings);
        return AgentLog.open(given, launch, warnings);
    }

    private static List<JsonNode> parse(String text) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                assertThat(line).matches("[ -~]+");
                lines.add(new ObjectMapper().readTree(line));
            }
        }
        return lines;
    }

    private List<JsonNode> lines() throws IOException {
        return parse(bytes.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void aFindingIsOneLine() throws Exception {
        LogReport report = new LogReport(log("sample=1"));
        report.rehearse(tracking.lost(Resource.SSL_SOCKET));
        assertThat(lines()).isEmpty();
        for (int i = 0; i < 10; i++) {
            report.found(tracking.lost(Resource.SSL_SOCKET));
        }
        assertThat(lines()).hasSize(2);
        JsonNode first = lines().get(0);
        assertThat(first.path("time").asText()).matches(TIME);
        assertThat(first.path("level").asText()).isEqualTo("WARN");
        assertThat(first.path("message").asText())
                .isEqualTo("leak #1 LOST: SSLSocket collected without close_notify");
        assertThat(first.path("verdict").asText()).isEqualTo("LOST");
        assertThat(first.path("severity").asText()).isEqualTo("leak");
        assertThat(first.path("resource").asText()).isEqualTo("SSLSocket");
        assertThat(first.path("site").asText()).matches("[0-9a-f]{16}");
        assertThat(first.path("frame").asText()).startsWith("com.acme.OrderClient.call");
        assertThat(first.path("owner").asText()).isEqualTo("application");
        assertThat(first.path("thread").asText()).isNotEmpty();
        assertThat(first.path("created").asText()).matches(TIME);
        assertThat(first.path("stack").asText()).contains("\ncom.acme.OrderClient.call");
        assertThat(first.path("fix").asText()).isNotEmpty();
        assertThat(first.path("count").asLong()).isEqualTo(1);
        assertThat(first.path("labels").path("service").asText()).isEqualTo("sh\u00f6p");
        assertThat(lines().get(1).path("count").asLong()).isEqualTo(10);
    }

    @Test
    void everyMessageIsOneLine() throws IOException {
        AgentLog log = log("sample=1");
        log.warn("a\n  b\t\u001b[31m\u2028\u0085\"\\ \uD83D\uDE00 \uD83D");
        log.info("");
        log.error("c");
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0).path("message").asText())
                .isEqualTo("a\n  b\t\u001b[31m\u2028\u0085\"\\ \uD83D\uDE00 \uFFFD");
        assertThat(lines().get(2).path("level").asText()).isEqualTo("ERROR");
    }

    @Test
    void theSummaryIsOneLine() throws IOException {
        log("sample=1").summary("summary: 3\n  more", new JsonLine().put("created", 3));
        JsonNode line = lines().get(0);
        assertThat(line.path("message").asText()).isEqualTo("summary: 3");
        assertThat(line.path("summary").path("created").asLong()).isEqualTo(3);
    }

    @Test
    void aFileInANewDirectoryWithItsMode() throws IOException {
        Path file = dir.resolve("a/b/x.log");
        AgentLog log = log("report.mode=640,log=" + file);
        log.info("a");
        log.close();
        assertThat(parse(Files.readString(file))).hasSize(1);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(3);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeMade() throws IOException {
        Path wall = Files.writeString(dir.resolve("wall"), "");
        log("log=" + wall + "/a/x.log").info("a");
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("cannot write log " + wall + "/a: cannot be made: ")
                .endsWith("; logging to stderr");
        assertThat(lines()).hasSize(1);
    }
}

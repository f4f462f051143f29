package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fleet of JVMs needs of one of them: labels, logs as JSON, reports that others read. */
class LabelsIT {

    private static final String LABELS =
            "{\"service\":\"shop\",\"pod\":\"shop-7d9\",\"note\":\"a, b\",\"version\":\"1 2\"}";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    private AppRun app(Jdk jdk) {
        return new AppRun(jdk, directory.resolve("a/b"))
                .option("gc.at.exit", true)
                .option("labels", "service:shop,pod:${POD_NAME},none:${UNSET},note:'a, b'")
                .environment("POD_NAME", "shop-7d9")
                // of the machine that runs the test
                .environment("CONTAINER_NAME", "")
                .environment("NODE_NAME", "")
                .environment("OTEL_RESOURCE_ATTRIBUTES", "service.name=x,service.version=1%202");
    }

    private static List<JsonNode> parse(List<String> lines) throws JsonProcessingException {
        List<JsonNode> parsed = new ArrayList<>();
        for (String line : lines) {
            parsed.add(new ObjectMapper().readTree(line));
        }
        return parsed;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theLogAsJsonAndAFileForOthers(Jdk jdk) throws Exception {
        Ended ended =
                app(jdk).option("log.format", "json")
                        .option("report.mode", "0644")
                        .runAlone("volume.SomeLeaks", "5");
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out()).containsExactly("DONE");
        Path file = directory.resolve("a/b/report.jsonl");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        assertThat(ended.report().of("meta").get(0).path("labels")).hasToString(LABELS);
        List<JsonNode> log = parse(ended.err());
        assertThat(log).hasSize(3).allMatch(line -> line.path("labels").toString().equals(LABELS));
        assertThat(log.get(0).path("message").asText())
                .isEqualTo("labels: environment variable UNSET not set; left out");
        assertThat(log.get(1).path("verdict").asText()).isEqualTo("LOST");
        assertThat(log.get(1).path("stack").asText()).contains("volume.SomeLeaks.");
        assertThat(log.get(2).path("summary").path("leaks").path("LOST").asInt()).isEqualTo(5);
    }

    /** The program prints to the same stream. */
    @ParameterizedTest
    @MethodSource("jdks")
    void theReportOnStandardOutput(Jdk jdk) throws Exception {
        Ended ended = app(jdk).option("report", "-").runAlone("volume.SomeLeaks", "5");
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        List<String> report = new ArrayList<>(ended.out());
        assertThat(report.remove("DONE")).isTrue();
        List<JsonNode> lines = parse(report);
        assertThat(lines).extracting(line -> line.path("type").asText()).startsWith("meta", "site");
        assertThat(lines).filteredOn(line -> line.path("type").asText().equals("leak")).hasSize(5);
        assertThat(lines.get(0).path("labels")).hasToString(LABELS);
        assertThat(lines.get(lines.size() - 1).path("atExit").asBoolean()).isTrue();
        assertThat(ended.warnings())
                .containsExactly(
                        "[tlsleak] WARN labels: environment variable UNSET not set; left out");
    }
}

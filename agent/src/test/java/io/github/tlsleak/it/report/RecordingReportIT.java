package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report of a flight recording is that of the JSON lines of the same run. */
@CiOnly
@OwnJdkOnly
class RecordingReportIT {

    private static final List<String> OF_A_SITE =
            List.of(
                    "site",
                    "resource",
                    "owner",
                    "frame",
                    "file",
                    "line",
                    "stack",
                    "stackIs",
                    "severity",
                    "count",
                    "leak",
                    "defect",
                    "notice",
                    "verdicts",
                    "peers",
                    "threads",
                    "protocols",
                    "roles",
                    "providers",
                    "alive",
                    "knownBehaviour",
                    "pipeline");

    private static final List<String> TOTALS =
            List.of(
                    "leak",
                    "defect",
                    "notice",
                    "known",
                    "suppressed",
                    "sites",
                    "verdicts",
                    "owners");

    @TempDir Path directory;

    private JsonNode document(Path file) throws Exception {
        Path out = directory.resolve("out.json");
        Ended ended = Cli.on(Jdk.own()).run("report", file, "--out", out);
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        return new ObjectMapper().readTree(out.toFile());
    }

    @ParameterizedTest
    @CsvSource({
        "closing.ClosedElsewhere, await, 4",
        "living.StuckOver, stall, 1",
    })
    void theNumbersAreThoseOfTheLines(String program, String peer, int reported) throws Exception {
        Path recording = directory.resolve("r.jfr");
        new AppRun(Jdk.own(), directory)
                .jvm("-XX:StartFlightRecording=filename=" + recording)
                .option("stuck", "1s")
                .option("labels", "service=shop;team=a")
                .untilReported(reported)
                .runWithPeer(program, peer, "1.3");
        JsonNode ofLines = document(directory.resolve("report.jsonl"));
        JsonNode ofEvents = document(recording);
        assertThat(ofLines.path("sites")).isNotEmpty();
        assertThat(ofEvents.path("sites")).hasSize(ofLines.path("sites").size());
        for (int i = 0; i < ofLines.path("sites").size(); i++) {
            JsonNode site = ofLines.path("sites").get(i);
            for (String field : OF_A_SITE) {
                assertThat(ofEvents.path("sites").get(i).path(field))
                        .as(field)
                        .isEqualTo(site.path(field));
            }
            assertThat(ofEvents.at("/sites/" + i + "/hangsAt/stack"))
                    .isEqualTo(site.at("/hangsAt/stack"));
            assertThat(ofEvents.at("/sites/" + i + "/lifetime")).isEqualTo(site.path("lifetime"));
        }
        for (String field : TOTALS) {
            assertThat(ofEvents.path("totals").path(field))
                    .as(field)
                    .isEqualTo(ofLines.path("totals").path(field));
        }
        theProgramIsTheSame(ofEvents.path("jvms").get(0), ofLines.path("jvms").get(0));
        assertThat(ofEvents.path("warnings").toString())
                .contains("a flight recording has the findings of its own time only");
    }

    private static void theProgramIsTheSame(JsonNode ofEvents, JsonNode ofLines) {
        for (String field : List.of("pid", "main", "jvm", "java", "labels")) {
            assertThat(ofEvents.path(field)).as(field).isEqualTo(ofLines.path(field));
        }
        assertThat(ofEvents.has("summary")).isFalse();
    }
}

package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suppressed findings are not reported but still counted. */
@OwnJdkOnly
class SuppressionsIT {

    private static final String RULE = "LOST:*.volume.SomeLeaks.leak*";
    private static final String UNUSED = "RESCUED:com.acme.*";
    private static final String PROGRAM = "volume.SomeLeaks";

    @TempDir Path directory;

    @Test
    void suppressedLeakIsCountedAndListed() throws Exception {
        Ended ended = run("# known\n" + RULE + "\n" + UNUSED + "  # never\n");
        assertThat(ended.log().get(0)).startsWith("[tlsleak] INFO summary: 6 sessions, 3 closed");
        assertThat(ended.log().subList(1, ended.log().size()))
                .as("suppressed leaks are not listed as leaks of their site")
                .containsExactly(
                        "  6 sessions = 3 closed + 3 LOST",
                        "  3 suppressed by " + RULE,
                        "  suppression never used: " + UNUSED);
        List<JsonNode> leaks = ended.report().of("leak");
        assertThat(leaks).hasSize(3);
        assertThat(leaks).allMatch(leak -> leak.path("suppressedBy").asText().equals(RULE));
        JsonNode summary = ended.report().summary();
        assertThat(summary.path("suppressed").asInt()).isEqualTo(3);
        assertThat(summary.path("leaks")).isEmpty();
        assertThat(summary.path("unusedSuppressions").get(0).asText()).isEqualTo(UNUSED);
    }

    @Test
    void fingerprintSuppressesOneSite() throws Exception {
        String site = run("").report().of("leak").get(0).path("site").asText();
        Files.delete(directory.resolve("report.jsonl"));
        Ended ended = run(site + "\n");
        assertThat(ended.warnings()).isEmpty();
        assertThat(ended.log()).contains("  3 suppressed by " + site);
    }

    @Test
    void badRuleIsOneLineAndTheOthersHold() throws Exception {
        Ended ended = run("LOTS:com.acme.*\n" + RULE + "\n");
        assertThat(ended.warnings()).as(ended.everything()).hasSize(1);
        assertThat(ended.warnings().get(0)).contains("rules.txt:1: ").contains("LOTS");
        assertThat(ended.log()).contains("  3 suppressed by " + RULE);
    }

    private Ended run(String rules) throws Exception {
        Path file = directory.resolve("rules.txt");
        Files.writeString(file, rules);
        return new AppRun(Jdk.own(), directory)
                .option("suppressions", file)
                .untilReported(3)
                .runAlone(PROGRAM, "3");
    }
}

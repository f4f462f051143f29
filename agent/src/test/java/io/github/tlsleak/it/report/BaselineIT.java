package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline keeps accepted sites out of the log and marks new sites. */
@OwnJdkOnly
class BaselineIT {

    private static final String PROGRAM = "volume.SomeLeaks";
    private static final String OTHER = "0123456789abcdef";

    @TempDir Path directory;

    private Path baseline;

    @BeforeEach
    void file() {
        baseline = directory.resolve("baseline.txt");
    }

    private Ended run() throws Exception {
        Files.deleteIfExists(directory.resolve("report.jsonl"));
        return new AppRun(Jdk.own(), directory)
                .option("baseline", baseline)
                .untilReported(3)
                .runAlone(PROGRAM, "3");
    }

    private static JsonNode site(Ended ended) {
        return ended.report().of("site").get(0);
    }

    @Test
    void aSiteIsNewUntilItIsAccepted() throws Exception {
        Files.writeString(baseline, "# nothing yet\n");
        Ended before = run();
        assertThat(before.log()).anyMatch(line -> line.matches("  site .*\\[application, new\\]"));
        assertThat(site(before).path("new").asBoolean()).isTrue();
        Files.writeString(baseline, site(before).path("site").asText() + "  known\n" + OTHER);
        Ended after = run();
        assertThat(after.warnings()).isEmpty();
        assertThat(after.log().get(0)).startsWith("[tlsleak] INFO summary: 6 sessions");
        assertThat(after.log().get(0)).contains("3 leaks");
        assertThat(after.log())
                .anyMatch(line -> line.endsWith("[application, known from baseline]"))
                .contains(
                        "  baseline: 3 findings at 1 known site, 0 new sites;"
                                + " 1 of its sites without findings");
        assertThat(site(after).has("new")).isFalse();
        assertThat(after.report().of("leak")).hasSize(3);
        assertThat(after.report().summary().path("baseline").path("accepted").asInt()).isEqualTo(3);
    }

    @Test
    void withoutTheFileAllIsAsWithoutBaseline() throws Exception {
        Ended ended = run();
        assertThat(ended.warnings())
                .containsExactly(
                        "[tlsleak] WARN cannot read baseline "
                                + baseline
                                + ": no such file; no site is marked new");
        assertThat(ended.log()).anyMatch(line -> line.matches("  site .*\\[application\\]"));
        assertThat(site(ended).has("new")).isFalse();
        assertThat(ended.report().summary().has("baseline")).isFalse();
    }

    @Test
    void aWrongLineIsOneWarning() throws Exception {
        Files.writeString(baseline, "LOST:com.acme.*\n");
        Ended ended = run();
        assertThat(ended.warnings()).hasSize(1);
        assertThat(ended.warnings().get(0)).contains("baseline.txt:1: ").endsWith("line skipped");
        assertThat(site(ended).path("new").asBoolean()).isTrue();
    }
}

package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.cli.report.format.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code --against} in all formats. */
class ReportAgainstTest extends ReportRuns {

    @TempDir Path dir;

    private final Path small = Written.resource("small.jsonl");
    private final Path second = Written.resource("second.jsonl");

    @Test
    void golden() throws IOException {
        assertThat(run(small, second, "--against", small)).isZero();
        assertThat(out).isEqualTo(Written.golden("against.txt", out));
    }

    @Test
    void aDocumentIsAnEarlierReportToo() throws IOException {
        Path document = dir.resolve("then.json");
        assertThat(run(small, "--out", document)).isZero();
        run(small, second, "--against", small, "--format", "json");
        JsonNode ofLines = new ObjectMapper().readTree(out).path("against");
        run(small, second, "--against", document, "--format", "json");
        JsonNode ofDocument = new ObjectMapper().readTree(out).path("against");
        assertThat(ofDocument.path("sites")).isEqualTo(ofLines.path("sites"));
        assertThat(ofDocument.path("new").asInt()).isEqualTo(1);
        assertThat(ofDocument.path("sites").get(0).path("change").asText()).isEqualTo("new");
    }

    @Test
    void sarifTellsWhatIsNew() {
        run(small, second, "--against", small, "--format", "sarif");
        assertThat(out).containsOnlyOnce("\"baselineState\":\"new\"");
        assertThat(out).contains("\"baselineState\":\"unchanged\"");
    }

    @Test
    void thePageHasIt() {
        run(small, second, "--against", small, "--format", "html");
        assertThat(out).contains("\"against\"", "1 new, 0 gone");
    }

    @Test
    void failsForNewSites() {
        assertThat(run(small, second, "--against", small, "--fail-on", "new")).isEqualTo(1);
        assertThat(err).contains("--fail-on new: 1 new finding at 1 site");
        assertThat(run(small, "--against", small, "--fail-on", "new")).isZero();
    }

    @Test
    void badInputIsOneLine() throws IOException {
        Path none = dir.resolve("none.jsonl");
        assertThat(run(small, "--against", none)).isEqualTo(4);
        assertThat(err.lines())
                .containsExactly(
                        "tlsleak: --against: " + none + ": no such file",
                        "tlsleak: --against " + none + ": nothing to compare with was read");
        assertThat(run(small, "--against", "-")).isEqualTo(2);
        assertThat(err).startsWith("tlsleak: --against: name a file or a directory");
        Path accepted = Files.writeString(dir.resolve("b"), "# tlsleak baseline, schema 2\n");
        assertThat(run(small, "--against", small, "--baseline", accepted, "--fail-on", "new"))
                .isEqualTo(2);
        assertThat(err).contains("--baseline and --against both say what is new");
        assertThat(run(small, "--against", small, "--where", "service=x")).isEqualTo(4);
        assertThat(err).contains("no JVM fits");
    }
}

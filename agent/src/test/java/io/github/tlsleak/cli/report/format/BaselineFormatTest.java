package io.github.tlsleak.cli.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.compare.BaselineComparison;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFormatTest {

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();

    private Baseline read(String content) throws IOException {
        return Baseline.read(Files.writeString(dir.resolve("b"), content), warnings);
    }

    /** The written file can be read. It has neither times nor counts, so it stays the same. */
    @Test
    void golden() throws IOException {
        Analysis analysis = Written.read(Written.resource("small.jsonl"));
        String written = Written.as(new BaselineFormat(), analysis);
        assertThat(written).isEqualTo(Written.golden("small.baseline", written));
        Baseline accepted = read(written);
        analysis.compare(accepted);
        assertThat(new BaselineComparison(analysis, accepted).text())
                .isEqualTo("0 sites new, 4 as in the baseline " + dir.resolve("b"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void newAndGone() throws IOException {
        Analysis analysis = Written.read(Written.resource("small.jsonl"));
        Baseline accepted = read("6b916b8db20e4a2b\n0000000000000000\naaaaaaaaaaaaaaaa\n");
        analysis.compare(accepted);
        BaselineComparison comparison = new BaselineComparison(analysis, accepted);
        assertThat(comparison.added).isEqualTo(3);
        assertThat(comparison.unchanged).isEqualTo(1);
        assertThat(comparison.gone).isEqualTo(1);
    }
}

package io.github.tlsleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();

    private Baseline read(String content) throws IOException {
        return Baseline.read(Files.writeString(dir.resolve("b"), content), warnings);
    }

    /** What is written is read, and holds neither times nor counts: it stays as it is. */
    @Test
    void golden() throws IOException {
        Analysis analysis = Written.read(Written.resource("small.jsonl"));
        String written = Written.as(Formats.baseline(), analysis);
        assertThat(written).isEqualTo(Written.golden("small.baseline", written));
        analysis.compare(read(written));
        assertThat(new Comparison(analysis).text())
                .isEqualTo("0 sites new, 3 as in the baseline " + dir.resolve("b"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void newAndGone() throws IOException {
        Analysis analysis = Written.read(Written.resource("small.jsonl"));
        analysis.compare(read("6b916b8db20e4a2b\n0000000000000000\naaaaaaaaaaaaaaaa\n"));
        Comparison comparison = new Comparison(analysis);
        assertThat(comparison.added).isEqualTo(2);
        assertThat(comparison.unchanged).isEqualTo(1);
        assertThat(comparison.gone).isEqualTo(1);
    }

    @Test
    void commentsAndWhatIsNoSite() throws IOException {
        Baseline baseline =
                read("\ufeff# all\r\n\r\n 0123456789ABCDEF # upper\r\n#x\r\nhello\r\n0123\r\n");
        assertThat(baseline.has("0123456789abcdef")).isTrue();
        assertThat(baseline.size()).isEqualTo(1);
        String what = ": not a site (16 hex digits), line skipped";
        assertThat(warnings)
                .containsExactly(
                        "baseline " + dir + "/b:5" + what, "baseline " + dir + "/b:6" + what);
    }

    @Test
    void cannotBeRead() throws IOException {
        Path no = dir.resolve("no");
        assertThatIOException()
                .isThrownBy(() -> Baseline.read(no, warnings))
                .withMessage("baseline " + no + ": no such file");
        assertThatIOException()
                .isThrownBy(() -> Baseline.read(dir, warnings))
                .withMessage("baseline " + dir + " is a directory");
        Path binary = Files.write(dir.resolve("x"), new byte[] {-1, -2, 0});
        assertThatIOException()
                .isThrownBy(() -> Baseline.read(binary, warnings))
                .withMessage("baseline " + binary + ": not a text");
    }
}

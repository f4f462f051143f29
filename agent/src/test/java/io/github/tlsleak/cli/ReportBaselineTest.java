package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code report} with a baseline: making one, and comparing with one. */
class ReportBaselineTest extends ReportRuns {

    private static final String LEAK =
            "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\","
                    + "\"site\":\"0123456789abcdef\"}\n";

    @TempDir Path dir;

    private Path leak;

    @BeforeEach
    void aReport() throws IOException {
        leak = Files.writeString(dir.resolve("x.jsonl"), LEAK);
    }

    @Test
    void aBaselineFromItsMakingOn() throws IOException {
        Path baseline = dir.resolve("accepted");
        assertThat(run("--write-baseline", baseline, leak)).isZero();
        String wrote = "wrote " + baseline + ": ";
        assertThat(out).isEqualToIgnoringNewLines(wrote + "1 site accepted");
        assertThat(run("--baseline", baseline, "--fail-on", "new", leak)).isZero();
        Path more = Files.writeString(dir.resolve("y"), LEAK.replace("0123", "9999"));
        assertThat(run("--baseline", baseline, "--fail-on", "new", leak, more)).isEqualTo(1);
        assertThat(err.lines()).containsExactly("tlsleak: --fail-on new: 1 new finding at 1 site");
        // as users do: accept the sites of today
        assertThat(run("--baseline", baseline, "--write-baseline", baseline, leak, more)).isZero();
        assertThat(out)
                .isEqualToIgnoringNewLines(
                        wrote + "2 sites accepted, 1 new, 0 of the old ones gone");
        assertThat(run("--baseline", baseline, "--fail-on", "new", leak, more)).isZero();
    }

    @Test
    void aBaselineBesideAReportThatIsAskedFor() throws IOException {
        Path baseline = Files.writeString(dir.resolve("b"), "# old\n00000000000000aa\n");
        assertThat(run("--format", "collapsed", "--write-baseline", baseline, leak)).isZero();
        assertThat(out).doesNotContain("wrote").contains("0123456789abcdef");
        assertThat(err)
                .isEqualToIgnoringNewLines(
                        "tlsleak: wrote "
                                + baseline
                                + ": 1 site accepted, 1 new, 1 of the old ones gone");
        assertThat(run("--write-baseline", dir.resolve("no/b"), leak)).isEqualTo(4);
    }

    @Test
    void aBaselineThatIsNone() throws IOException {
        Path no = dir.resolve("no");
        assertThat(run("--baseline", no, leak)).isEqualTo(4);
        assertThat(err.lines()).containsExactly("tlsleak: baseline " + no + ": no such file");
        Path odd = Files.writeString(dir.resolve("odd"), "hello\n");
        assertThat(run("--baseline", odd, "--fail-on", "new", leak)).isEqualTo(1);
        assertThat(err.lines())
                .containsExactly(
                        "tlsleak: baseline "
                                + odd
                                + ":1: does not begin with a fingerprint of 16 hex digits; line"
                                + " skipped",
                        "tlsleak: --fail-on new: 1 new finding at 1 site");
    }
}

package io.github.tlsleak.common.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    private static final String ONE = "7f3a9c12d0b84e55";
    private static final String TWO = "ffffffffffffffff";

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();

    private Baseline read(String text) throws IOException {
        return Baseline.read(Files.writeString(dir.resolve("b"), text), warnings);
    }

    @Test
    void fingerprintsAndComments() throws IOException {
        Baseline baseline =
                read(
                        "\uFEFF# accepted\r\n\n"
                                + ONE
                                + "  LOST at com.acme.A.b\r\n  "
                                + TWO.toUpperCase(Locale.ROOT)
                                + "# ticket 7\n"
                                + ONE);
        assertThat(warnings).isEmpty();
        assertThat(baseline.isGiven()).isTrue();
        assertThat(baseline.size()).isEqualTo(2);
        assertThat(baseline.accepts(ONE)).isTrue();
        assertThat(baseline.accepts(TWO)).isTrue();
        assertThat(baseline.accepts("7f3a9c12d0b84e56")).isFalse();
        assertThat(baseline.accepts("")).isFalse();
    }

    @Test
    void wrongLinesAreCountedAndTheFirstNamed() throws IOException {
        Baseline baseline = read("# x\n" + ONE + "\n7f3a\n" + ONE + "5\ncom.acme.A.b\n");
        assertThat(baseline.size()).isEqualTo(1);
        assertThat(warnings)
                .containsExactly(
                        "baseline "
                                + dir.resolve("b")
                                + ":3: does not begin with a fingerprint of 16 hex digits;"
                                + " 3 such lines skipped");
    }

    @Test
    void oneWrongLine() throws IOException {
        assertThat(read("٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠\n").size()).as("digits of other scripts").isZero();
        assertThat(warnings).singleElement().asString().endsWith("hex digits; line skipped");
    }

    @Test
    void anEmptyOneMakesEverySiteNew() throws IOException {
        Baseline baseline = read("");
        assertThat(baseline.isGiven()).isTrue();
        assertThat(baseline.accepts(ONE)).isFalse();
        assertThat(warnings).isEmpty();
    }

    @Test
    void anUnreadableOneIsNone() {
        assertThat(Baseline.read(dir.resolve("none"), warnings)).isSameAs(Baseline.none());
        assertThat(Baseline.read(dir, warnings).isGiven()).isFalse();
        assertThat(warnings)
                .containsExactly(
                        "cannot read baseline "
                                + dir.resolve("none")
                                + ": no such file; no site is marked new",
                        "cannot read baseline "
                                + dir
                                + ": it is a directory; no site is marked new");
    }

    @Test
    void theCommandLineStopsAtAnUnreadableOne() {
        assertThatIOException()
                .isThrownBy(() -> Baseline.load(dir.resolve("none"), warnings))
                .withMessage("baseline " + dir.resolve("none") + ": no such file");
        assertThat(warnings).isEmpty();
    }

    @Test
    void noneAcceptsNothing() {
        assertThat(Baseline.none().accepts(ONE)).isFalse();
        assertThat(Baseline.none().size()).isZero();
    }
}

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

    private static final String ONE = "7f3a9c12d0b84e55";
    private static final String TWO = "ffffffffffffffff";

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();

    private Baseline load(String text) throws IOException {
        return Baseline.load(Files.writeString(dir.resolve("b"), text), warnings);
    }

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
    void anEmptyOneMakesEverySiteNewAndSaysSo() throws IOException {
        Baseline baseline = read(" \n");
        assertThat(baseline.isGiven()).isTrue();
        assertThat(baseline.accepts(ONE)).isFalse();
        assertThat(warnings)
                .containsExactly(
                        "baseline "
                                + dir.resolve("b")
                                + ": is empty, so every site is new; write it again with: tlsleak"
                                + " report FILE... --write-baseline");
    }

    @Test
    void oneThatAcceptsNothingIsNotEmpty() throws IOException {
        assertThat(read(Baseline.HEADER + ": sites known\n").size()).isZero();
        assertThat(read("# tlsleak baseline: of 0.1.0\n").isOld()).isFalse();
        assertThat(warnings).isEmpty();
    }

    @Test
    void oldOnesAreRead() throws IOException {
        Baseline old = read("# tlsleak baseline: sites known\n" + ONE);
        assertThat(old.isOld()).isTrue();
        assertThat(old.acceptsAny(List.of(TWO, ONE))).isTrue();
        assertThat(old.acceptsAny(List.of(TWO))).isFalse();
        assertThat(read(Baseline.HEADER + ": sites\n" + ONE).isOld()).isFalse();
        assertThat(read(ONE).isOld()).as("written by hand").isFalse();
        assertThat(warnings).isEmpty();
    }

    @Test
    void endsOfLinesAndAByteOrderMarkAreNoMatter() throws IOException {
        String windows = "\uFEFF" + Baseline.HEADER + "\r\n\r\n# LOST\r\n" + ONE + "\r\n";
        assertThat(read(windows).accepts(ONE)).isTrue();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aNewerSchemaIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> load("# tlsleak baseline, schema 3: x\n" + ONE))
                .withMessage(
                        "baseline "
                                + dir.resolve("b")
                                + ": it is of schema 3, this tlsleak reads 1 and 2; use a newer"
                                + " tlsleak, or write it again with: tlsleak report FILE..."
                                + " --write-baseline");
        assertThatIOException().isThrownBy(() -> load("# tlsleak baseline, schema x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<<<<<<< HEAD", "=======", ">>>>>>> topic", "||||||| 1234567"})
    void conflictMarkersAreRefused(String marker) throws IOException {
        assertThatIOException()
                .isThrownBy(() -> load(ONE + "\n" + marker + "\n" + TWO))
                .withMessage(
                        "baseline "
                                + dir.resolve("b")
                                + ": line 2 is a conflict marker of git; keep the lines of both"
                                + " sides, and remove the markers");
        assertThat(Baseline.read(dir.resolve("b"), warnings).isGiven()).isFalse();
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("cannot read baseline ")
                .endsWith("; no site is marked new");
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

package io.github.tlsleak.common.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionsTest {

    private static final List<String> STACK = List.of("com.acme.A.b(A.java:42)");

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();

    private Suppressions read(String text) throws IOException {
        return Suppressions.read(Files.writeString(dir.resolve("rules"), text), warnings);
    }

    @Test
    void countsUses() throws IOException {
        Suppressions rules =
                read("\uFEFF# known\n\nLOST:com.acme.*  # ticket 7\ncom.old.*\ncom.acme.*\n");
        assertThat(rules.match("LOST", "application", STACK, "1")).isEqualTo("LOST:com.acme.*");
        assertThat(rules.match("LOST", "application", STACK, "1")).isEqualTo("LOST:com.acme.*");
        assertThat(rules.match("CUT", "application", STACK, "1")).isEqualTo("com.acme.*");
        assertThat(rules.match("CUT", "application", List.of("x.Y.z(Y:1)"), "1")).isNull();
        assertThat(rules.used())
                .containsEntry("LOST:com.acme.*", 2L)
                .containsEntry("com.acme.*", 1L);
        assertThat(rules.unused()).containsExactly("com.old.*");
        assertThat(warnings).isEmpty();
    }

    @Test
    void badLinesAreNamedAndSkipped() throws IOException {
        Suppressions rules = read("LSOT:com.acme.*\ncom.acme.*\nLOST:\n");
        assertThat(rules.unused()).containsExactly("com.acme.*");
        assertThat(warnings)
                .containsExactly(
                        "suppressions "
                                + dir.resolve("rules")
                                + ":1: line skipped: no verdict or owner (application, library, jdk)"
                                + " is named 'LSOT'; did you mean LOST?",
                        "suppressions "
                                + dir.resolve("rules")
                                + ":3: line skipped: nothing after the colon");
    }

    @Test
    void unreadableFilesAreOneLine() {
        assertThat(Suppressions.read(dir.resolve("none"), warnings).unused()).isEmpty();
        assertThat(Suppressions.read(dir, warnings).unused()).isEmpty();
        assertThat(warnings)
                .containsExactly(
                        "cannot read suppressions file "
                                + dir.resolve("none")
                                + ": no such file; nothing is suppressed",
                        "cannot read suppressions file "
                                + dir
                                + ": it is a directory; nothing is suppressed");
    }

    @Test
    void everythingIsBounded() throws IOException {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 10_001).forEach(i -> text.append("a.b").append(i).append(".*\n"));
        assertThat(read(text.toString()).unused()).hasSize(10_000);
        assertThat(warnings).singleElement().asString().contains(":10001: more than 10000 rules");
        warnings.clear();
        read("LSOT:x\n".repeat(100));
        assertThat(warnings).hasSize(21);
    }

    @Test
    void sameRuleTwiceIsOne() throws IOException {
        assertThat(read("a.*\na.*\n").unused()).containsExactly("a.*");
    }

    @Test
    void noneSuppressesNothing() {
        assertThat(Suppressions.none().match("LOST", "jdk", STACK, "1")).isNull();
    }
}

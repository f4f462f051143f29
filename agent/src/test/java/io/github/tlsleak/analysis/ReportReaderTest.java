package io.github.tlsleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    private static final String META = "{\"type\":\"meta\",\"schema\":1}\n";

    @TempDir Path dir;

    private final List<ReportLine> lines = new ArrayList<>();
    private final ReportReader reader = new ReportReader(lines::add);

    private List<String> read(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return reader.read(new ByteArrayInputStream(bytes)).lines();
    }

    @Test
    void allKindsOfFields() throws IOException {
        String line =
                "{\"type\":\"site\",\"site\":\"a\u00e4\\n\",\"pid\":-7,\"adopted\":true,"
                        + "\"stack\":[\"x\",null,1,[\"y\"],\"z\"],\"o\":{\"p\":[1]},\"f\":1.5,"
                        + "\"n\":null,\"new\":\"kept\"}\r\n";
        assertThat(read("\n" + line + "  \n")).isEmpty();
        ReportLine read = lines.get(0);
        assertThat(read.text("site")).isEqualTo("a\u00e4\n");
        assertThat(read.number("pid", 0)).isEqualTo(-7);
        assertThat(read.text("adopted")).isEqualTo("true");
        assertThat(read.list("stack")).containsExactly("x", "z");
        assertThat(read.text("new")).isEqualTo("kept");
        assertThat(read.has("o") || read.has("f") || read.has("n")).isFalse();
        assertThat(read.number("f", 3)).isEqualTo(3);
        assertThat(read.list("none")).isEmpty();
        assertThat(lines).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "42",
                "[1,2]",
                "\"meta\"",
                "null",
                "{}",
                "{\"type\":7}",
                "{\"level\":\"info\"}",
                "\u0000\u0001\u00ff"
            })
    void aForeignLine(String line) throws IOException {
        assertThat(read(META + line + "\n" + META))
                .containsExactly("1 line not of a tlsleak report, left out: line 2");
        assertThat(lines).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"le",
                "{\"type\":\"meta\"}{\"type\":\"meta\"}",
                "{\"type\":\"meta\"} x",
                "{\"type\":\"leak\",\"site\":\"a\"}",
                "{\"type\":\"leak\",\"site\":\"a\",\"verdict\":7}",
                "{\"type\":\"site\",\"site\":\"a\",\"stack\":[\"x\"",
                "{\"type\":\"meta\",\"pid\":99999999999999999999}",
                "{\"type\":\"meta\",\"main\":\"\u0007\"}"
            })
    void aDamagedLine(String line) throws IOException {
        assertThat(read(META + line + "\n" + line + "\n"))
                .containsExactly("2 lines cut or damaged, left out, the first is line 2");
        assertThat(lines).hasSize(1);
    }

    @Test
    void aDeeplyNestedLine() throws IOException {
        String line = "{\"type\":\"meta\",\"x\":" + "[".repeat(100_000) + "\n";
        assertThat(read(META + line)).hasSize(1);
    }

    @Test
    void theLastLineMayBeCutOrLackItsEnd() throws IOException {
        assertThat(read(META + "{\"type\":\"le"))
                .containsExactly(
                        "the last line has no end, it is being written or a crash cut it: line 2");
        lines.clear();
        assertThat(read(META + META.trim())).isEmpty();
        assertThat(lines).hasSize(2);
    }

    @Test
    void typesAndSchemasOfANewerAgent() throws IOException {
        String metric = "{\"type\":\"metric\"}\n";
        assertThat(read(META.replace('1', '3') + metric + "{\"type\":\"other\"}\n"))
                .containsExactly(
                        "the report is of schema 3, this tlsleak knows 1: what is new is missing"
                                + " here, use a newer tlsleak.jar",
                        "2 lines of a type this tlsleak does not know (metric), left out, the first"
                                + " is line 2");
        assertThat(lines).hasSize(1);
    }

    @Test
    void aLineOfAnyLengthCostsNoMoreThanTheLongestOfOurs() throws IOException {
        String big = "{\"type\":\"meta\",\"x\":\"" + "x".repeat(LineSplitter.MAX_BYTES) + "\"}\n";
        assertThat(read(big + META))
                .containsExactly("1 line not of a tlsleak report, left out: line 1");
        assertThat(lines).hasSize(1);
        String fits = "{\"type\":\"meta\",\"x\":\"" + "x".repeat(500_000) + "\"}\n";
        assertThat(read(fits)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',             ' is empty: no report'",
        "'a\nb\n',       ' holds no line of a tlsleak report'",
        "'\u0000\u007f', ' holds no line of a tlsleak report'",
    })
    void noReport(String content, String message) throws IOException {
        Path file = Files.writeString(dir.resolve("x"), content);
        assertThatIOException().isThrownBy(() -> reader.read(file)).withMessage(file + message);
    }

    @Test
    void notEvenAFile() {
        assertThatIOException()
                .isThrownBy(() -> reader.read(dir.resolve("no")))
                .withMessage(dir + "/no: no such file");
        assertThatIOException()
                .isThrownBy(() -> reader.read(dir))
                .withMessage(dir + " is a directory: name a report in it");
    }
}

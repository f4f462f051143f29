package io.github.tlsleak.cli.report.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    private static final String META = "{\"type\":\"meta\",\"schema\":1}\n";

    /** Types of the lines: the line object itself is filled again. */
    private final List<String> lines = new ArrayList<>();

    private ReportLine last;
    private final ReportReader reader =
            new ReportReader(
                    line -> {
                        lines.add(line.type());
                        last = line;
                    });

    private List<String> read(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return reader.read(new ByteArrayInputStream(bytes), true).lines();
    }

    @Test
    void allKindsOfFields() throws IOException {
        String line =
                "{\"type\":\"site\",\"site\":\"a\u00e4\\n\",\"pid\":-7,\"adopted\":true,"
                        + "\"stack\":[\"x\",null,1,[\"y\"],\"z\"],\"o\":{\"p\":[1]},\"count\":1.5,"
                        + "\"frame\":null,\"time\":\"2026-11-22T10:00:00.5Z\",\"created\":7,"
                        + "\"started\":\"soon\",\"owner\":\"kept\"}\r\n";
        assertThat(read("\n" + line + "  \n")).isEmpty();
        assertThat(lines).containsExactly("site");
        assertThat(last.text(Field.SITE)).isEqualTo("a\u00e4?");
        assertThat(last.number(Field.PID, 0)).isEqualTo(-7);
        assertThat(last.list(Field.STACK)).containsExactly("x", "z");
        assertThat(last.text(Field.OWNER)).isEqualTo("kept");
        assertThat(last.time(Field.TIME)).isEqualTo(1_795_341_600_500L);
        assertThat(last.number(Field.CREATED, 0)).isEqualTo(7);
        assertThat(last.has(Field.FRAME) || last.has(Field.COUNT)).isFalse();
        assertThat(last.time(Field.STARTED)).isEqualTo(ReportTimes.UNKNOWN);
        assertThat(last.number(Field.COUNT, 3)).isEqualTo(3);
        assertThat(last.list(Field.SEEN)).isEmpty();
    }

    @Test
    void fieldsInAnyOrderAndNumber() throws IOException {
        StringBuilder many = new StringBuilder("{\"type\":\"meta\"");
        for (int i = 0; i < 200; i++) {
            many.append(",\"x").append(i).append("\":").append(i);
        }
        many.append(",\"pid\":42}\n");
        read("{\"pid\":41,\"type\":\"meta\"}\n" + many + many + "{\"type\":\"meta\",\"pid\":43}\n");
        assertThat(lines).hasSize(4);
        assertThat(last.number(Field.PID, 0)).isEqualTo(43);
        read(many.toString());
        assertThat(last.number(Field.PID, 0)).isEqualTo(42);
        read("{\"type\":\"meta\"}\n");
        assertThat(last.has(Field.PID)).isFalse();
    }

    @Test
    void aByteOrderMark() throws IOException {
        assertThat(read("\ufeff" + META)).isEmpty();
        assertThat(lines).hasSize(1);
    }

    /** A file found in a directory may be anything, of any size. */
    @Test
    void givesUpOnWhatIsNoReport() throws IOException {
        byte[] log = "some other log\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(log);
        reader.read(in, false);
        assertThat(reader.accepted()).isZero();
        assertThat(in.available()).isGreaterThan(1_000_000);
    }

    @Test
    void aStreamThatBreaks() throws IOException {
        InputStream good = new ByteArrayInputStream(META.getBytes(StandardCharsets.UTF_8));
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        assertThat(reader.read(new SequenceInputStream(good, broken), true).lines())
                .containsExactly("cannot be read beyond line 1, cut or damaged; read up to there");
        assertThatIOException()
                .isThrownBy(() -> reader.read(broken, true))
                .withMessage("Stream closed");
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
        String content = META.replace('1', '3') + "{\"type\":\"metric\"}\n{\"type\":\"other\"}\n";
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        ReadProblems problems = reader.read(new ByteArrayInputStream(bytes), true);
        assertThat(problems.newerSchema()).isEqualTo(3);
        assertThat(problems.lines())
                .containsExactly(
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
}

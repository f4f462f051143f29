package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ending of {@code --out} chooses what is written into the file. */
class OutEndingTest {

    private static final String LEAK =
            "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\","
                    + "\"site\":\"0123456789abcdef\"}\n";

    @TempDir Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out), new PrintWriter(err, true));
    }

    private String report(String name) throws IOException {
        String leak = Files.writeString(dir.resolve("leak.jsonl"), LEAK).toString();
        assertThat(run("report", leak, "--out", dir.resolve(name).toString())).isZero();
        assertThat(out.toString()).isEmpty();
        return Files.readString(dir.resolve(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.html       | <!DOCTYPE html>",
                "x.json       | \"tlsleak-analysis\"",
                "x.sarif      | \"runs\" : [",
                "x.sarif.json | \"runs\" : [",
                "x.folded     | 0123456789abcdef",
                "x.txt        | report ",
                "x            | report ",
            })
    void theContentIsThatOfTheEnding(String name, String content) throws IOException {
        assertThat(report(name)).contains(content);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anUnknownEndingIsTextAndSaid() throws IOException {
        assertThat(report("x.log")).contains("\n  read      ");
        assertThat(err.toString()).contains("the ending .log names no format, so this is text;");
    }

    @ParameterizedTest
    @CsvSource({"report, --format=text", "heap, --format=text"})
    void aContradictionIsWrongUsage(String command, String format) {
        assertThat(run(command, "no", format, "--out", "x.html")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString().lines())
                .containsExactly(
                        "tlsleak: --format text contradicts --out x.html, which is to be html by its"
                                + " ending; leave one out, or change it",
                        "see java -jar tlsleak.jar " + command + " --help");
        assertThat(Path.of("x.html")).doesNotExist();
    }
}

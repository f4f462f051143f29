package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {

    private static final String LEAK =
            "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\",\"site\":\"a\"}\n";

    @TempDir Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... args) {
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        return new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    @Test
    void aReport() throws IOException {
        Path file = Files.writeString(dir.resolve("x.jsonl"), LEAK);
        assertThat(run(file)).isZero();
        assertThat(out.toString()).startsWith("report " + file + "\n").contains("1 LOST");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsOneLineAndCode4() throws IOException {
        Path empty = Files.createFile(dir.resolve("empty"));
        Path binary = Files.write(dir.resolve("binary"), new byte[] {0, -1, 10, 127});
        assertThat(run(dir.resolve("no"))).isEqualTo(4);
        assertThat(run(dir)).isEqualTo(4);
        assertThat(run(empty)).isEqualTo(4);
        assertThat(run(binary)).isEqualTo(4);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "tlsleak: " + dir + "/no: no such file",
                        "tlsleak: " + dir + " is a directory: name a report in it",
                        "tlsleak: " + empty + " is empty: no report",
                        "tlsleak: " + binary + " holds no line of a tlsleak report");
    }

    @Test
    void wrongUsageIsCode2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("--nothing", "a")).isEqualTo(2);
        assertThat(run("")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }
}

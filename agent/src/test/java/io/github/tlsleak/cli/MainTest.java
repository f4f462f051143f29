package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.Version;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class MainTest {

    @TempDir Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void withoutArgumentsATutorial() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains("tlsleak.jar list", "attach PID", "dump PID --gc", "detach PID")
                .contains("-javaagent:tlsleak.jar=report=%p.jsonl")
                .endsWith(System.lineSeparator());
        assertThat(out.toString().lines()).hasSizeLessThan(18);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version", "-V"})
    void version(String word) {
        assertThat(run(word)).isZero();
        assertThat(out.toString())
                .isEqualTo("tlsleak " + Version.current() + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "atach 42, unknown command 'atach'; did you mean attach?, ''",
        "xyzzy, unknown command 'xyzzy', ''",
        "--xyzzy, unknown option '--xyzzy', ''",
        "help atach, unknown command 'atach'; did you mean attach?, ''",
        "attach, missing required parameter: 'PID|MAIN', 'attach '",
        "set 5, missing required parameter: 'KEY=VALUE', 'set '",
        "dump 5 --gcc, unknown option '--gcc'; did you mean --gc?, 'dump '",
        "dump 5 6, one operand too many: '6', 'dump '",
        "dump 5 --format xml, --format xml: expected one of text \\ json, 'dump '",
        "list x, one operand too many: 'x', 'list '",
    })
    void wrongUsage(String line, String what, String command) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "tlsleak: " + what.replace(" \\", ","),
                        "see java -jar tlsleak.jar " + command + "--help");
    }

    @Test
    void anEmptyWord() {
        assertThat(run("")).isEqualTo(2);
        assertThat(run("attach", "")).isEqualTo(3);
        assertThat(err.toString()).contains("unknown command ''", "no JVM runs ''");
    }

    @Test
    void aWordThatLooksLikeAFileOfArguments() {
        assertThat(run("attach", "@" + dir)).isEqualTo(3);
        assertThat(err.toString()).startsWith("tlsleak: no JVM runs '@" + dir + "'");
    }

    @Test
    void anErrorOfOurOwnIsToldWithItsStack() {
        CliEnvironment broken = new CliEnvironment(null, null, null, null);
        PrintWriter to = new PrintWriter(err);
        int code = Main.run(broken, Ansi.OFF, new String[] {"list"}, new PrintWriter(out), to);
        assertThat(code).isEqualTo(3);
        assertThat(err.toString())
                .startsWith("tlsleak: an error of tlsleak itself, please report it: ")
                .contains("\n    at ");
    }

    @Test
    void aListOfThisMachine() {
        assertThat(run("list")).isZero();
        assertThat(out.toString()).isNotEmpty();
        assertThat(err.toString()).isEmpty();
    }
}

package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.Version;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Main.run(args, print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void help(String word) {
        assertThat(run(word)).isZero();
        assertThat(text(out))
                .contains("java -javaagent:tlsleak.jar", "report=", "Commands: help")
                .endsWith(System.lineSeparator());
        assertThat(text(err)).isEmpty();
    }

    @Test
    void withoutArgumentsATutorial() {
        assertThat(run()).isZero();
        assertThat(text(out)).contains("-javaagent:tlsleak.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version"})
    void version(String word) {
        assertThat(run(word)).isZero();
        assertThat(text(out)).isEqualTo("tlsleak " + Version.current() + System.lineSeparator());
        assertThat(text(err)).isEmpty();
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertThat(run("atach", "42")).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err))
                .isEqualTo(
                        "tlsleak: unknown command 'atach', see java -jar tlsleak.jar help"
                                + System.lineSeparator());
    }

    @Test
    void helpFitsATerminal() {
        run("help");
        assertThat(text(out).lines()).allMatch(line -> line.length() <= 100);
    }
}

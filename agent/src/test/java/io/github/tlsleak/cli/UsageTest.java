package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The usage texts, word by word. */
class UsageTest {

    private static final Path SOURCE =
            Path.of("src/test/resources/io/github/tlsleak/cli/usage.txt");

    private static String usage(String... args) {
        StringWriter out = new StringWriter();
        PrintWriter err = new PrintWriter(out);
        assertThat(Main.run(args, new PrintWriter(out), err)).isZero();
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private static String all() {
        StringBuilder all = new StringBuilder("$ java -jar tlsleak.jar\n").append(usage());
        all.append("\n$ java -jar tlsleak.jar help\n").append(usage("help"));
        for (String command : EveryCommand.NAMES) {
            all.append("\n$ java -jar tlsleak.jar ").append(command).append(" --help\n");
            all.append(usage(command, "--help"));
        }
        return all.toString();
    }

    @Test
    void usageIsAsWrittenDown() throws IOException {
        String now = all();
        if ("write".equals(System.getProperty("tlsleak.golden"))) {
            Files.createDirectories(SOURCE.getParent());
            Files.writeString(SOURCE, now);
        }
        assertThat(now)
                .as("if the change is meant: mvn test -Dtest=UsageTest -Dtlsleak.golden=write")
                .isEqualTo(Files.readString(SOURCE));
    }

    @Test
    void helpOfACommandEitherWay() {
        for (String command : EveryCommand.NAMES) {
            assertThat(usage("help", command)).isEqualTo(usage(command, "-h"));
        }
        assertThat(usage("--help")).isEqualTo(usage("help"));
    }

    @Test
    void usageFitsATerminal() {
        assertThat(all().lines()).allMatch(line -> line.length() <= 120);
        assertThat(all()).doesNotContain("\u001b", "%n", "%%");
    }
}

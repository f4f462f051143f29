package io.github.tlsleak.cli;

import io.github.tlsleak.cli.jvm.FakeJvms;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

/** The tutorial, usages, answers of a JVM and errors on terminals of three widths. */
class AnswerWidthTest {

    @TempDir Path dir;

    private final FakeJvms jvms =
            new FakeJvms().add(5, "com.acme.Shop").addWatched(61, "shop.jar").addForeign(7, "X");

    private String run(int width, String reply, String... args) throws IOException {
        StringWriter out = new StringWriter();
        PrintWriter to = new PrintWriter(out);
        Path answers = Files.createTempDirectory(dir, "a");
        CliEnvironment environment =
                new CliEnvironment(jvms, FakeJvms.answering(answers, "0\n" + reply), null, null);
        Main.run(environment, Terminal.wide(width), Ansi.OFF, args, to, to);
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    static List<String> commands() {
        return EveryCommand.NAMES;
    }

    @Test
    void tutorial() throws IOException {
        WidthGolden.check("help/tutorial", width -> run(width, ""));
    }

    @Test
    void allCommands() throws IOException {
        WidthGolden.check("help/all", width -> run(width, "", "--help"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void usage(String command) throws IOException {
        WidthGolden.check("help/" + command, width -> run(width, "", command, "--help"));
    }

    /** The replies are those of a JVM with the demo shop. */
    @ParameterizedTest
    @CsvSource({
        "attach, attach 5 threshold=2s",
        "dump, dump 61 --gc --open",
        "set, set 61 threshold=5m sample=2",
        "detach, detach 61"
    })
    void answer(String name, String command) throws IOException {
        Path reply = WidthGolden.RESOURCES.resolve("width/answer/" + name + "-reply.txt");
        String text = Files.readString(reply);
        WidthGolden.check("answer/" + name, width -> run(width, text, command.split(" ")));
    }

    /** One line each, so that logs and scripts find it, and a path or command can be copied. */
    @ParameterizedTest
    @CsvSource({
        "no-file, report target/no/such/directory/of/reports/leaks-of-the-shop-4711.jsonl",
        "no-lines, report src/test/resources/io/github/tlsleak/cli/usage.txt",
        "no-site, report @/small.jsonl --site ffffffffffffffff",
        "no-format, report @/small.jsonl --format htm",
        "no-limit, report @/small.jsonl --fail-on leeks",
        "no-option, report @/small.jsonl --agianst @/second.jsonl",
        "no-command, reprot @/small.jsonl",
        "no-directory, report @/small.jsonl --out target/no/such/directory/of/pages/page.html",
        "found, report @/small.jsonl --format json --out target/found.json --fail-on leak",
        "absent, status 5",
        "foreign, dump 7",
        "no-key, attach 5 stack.dept=3 report=/dev/null/of/the/shop/leaks-%p.jsonl",
    })
    void error(String name, String command) throws IOException {
        String[] args = command.replace("@", WidthGolden.RESOURCES + "/report").split(" ");
        WidthGolden.checkUnbroken("error/" + name, width -> run(width, "", args));
    }
}

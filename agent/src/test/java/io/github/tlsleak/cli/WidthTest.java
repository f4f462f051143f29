package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.jvm.FakeJvms;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

/**
 * What each command prints, word by word, on terminals of 60, 80 and 120 columns: the files of
 * {@code src/test/resources/io/github/tlsleak/cli/width}.
 */
class WidthTest {

    private static final Path RESOURCES = WidthGolden.RESOURCES;

    @TempDir Path dir;

    private final FakeJvms jvms =
            new FakeJvms()
                    .add(5, "com.acme.Shop")
                    .addWatched(61, "shop.jar")
                    .add(1_234_567, "com.acme.warehouse.inventory.service.InventoryApplication")
                    .addForeign(700, "\u5546\u5e97.jar");

    private String reply;

    @BeforeEach
    void reply() throws IOException {
        ManySites.write(Path.of("target", "many.jsonl"), 30);
        copy("width/empty.jsonl", "empty.jsonl");
        copy("report/small.jsonl", "small.jsonl");
        copy("report/second.jsonl", "second.jsonl");
        reply = Files.readString(RESOURCES.resolve("width/reply.txt"));
    }

    private static void copy(String resource, String name) throws IOException {
        Files.writeString(Path.of("target", name), Files.readString(RESOURCES.resolve(resource)));
    }

    private String run(int width, String command) throws IOException {
        StringWriter out = new StringWriter();
        PrintWriter to = new PrintWriter(out);
        Path answers = Files.createTempDirectory(dir, "a");
        CliEnvironment environment =
                new CliEnvironment(jvms, FakeJvms.answering(answers, "0\n" + reply), null, null);
        String[] args = command.replace("@", "" + RESOURCES.resolve("report")).split(" ");
        Main.run(environment, Terminal.wide(width), Ansi.OFF, args, to, to);
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "list, list",
        "none, status nobody",
        "status, status 61",
        "report-empty, report target/empty.jsonl",
        "report-small, report target/small.jsonl",
        "report-merged, report @/small.jsonl @/second.jsonl --baseline @/small.baseline",
        "report-by, report @/small.jsonl @/second.jsonl --by host --fail-on defect",
        "report-against, report target/small.jsonl --against target/second.jsonl",
        "report-all, report @/small.jsonl @/second.jsonl --all --full",
        "report-many, report target/many.jsonl",
        "report-site, report target/many.jsonl --site 9e3779b97f4a7c15 --full",
    })
    void golden(String name, String command) throws IOException {
        WidthGolden.check(name, width -> run(width, command));
    }

    /** It had 63 386 lines. */
    @Test
    void twoThousandSitesFitAScreenAndAHalf() throws IOException {
        ManySites.write(Path.of("target", "sites.jsonl"), 2000);
        String text = run(120, "report target/sites.jsonl");
        assertThat(text.lines().count()).isLessThanOrEqualTo(90);
        assertThat(text).contains("2000 sites", "\n20 ", "\n3. leak").doesNotContain("\n4. leak");
        String many = run(120, "report target/sites.jsonl --fail-on leak");
        assertThat(many).contains("\n10. leak").doesNotContain("\n11. leak");
    }

    /** Words are the same at any width: none is broken. A frame may be broken behind a dot. */
    @ParameterizedTest
    @CsvSource({
        "help",
        "help attach",
        "help status",
        "help dump",
        "help set",
        "help detach",
        "help heap",
        "help report",
        "help list",
        "help completion",
        "help help",
        "help version",
        "dump 61",
        "attach 5",
        "set 61 sample=2",
        "detach 61",
        "status 61",
        "list",
    })
    void noWordIsBroken(String command) throws IOException {
        List<String> wide = words(run(120, command));
        for (int width : new int[] {60, 72, 80, 100}) {
            String narrow = run(width, command);
            assertThat(words(narrow)).as(narrow).isEqualTo(wide);
            for (String line : narrow.split("\n")) {
                assertThat(WidthGolden.fits(line, width)).as(line).isTrue();
            }
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String whole = text.replaceFirst("(?s)^usage:.*?\n(?! )", "");
        // commands and frames may be broken, where it does no harm
        whole = whole.replace(" \\\n", "\n").replaceAll("\n +\\(([A-Z])", "($1");
        for (String word : whole.split("\\s+")) {
            words.add(word);
        }
        words.sort(null);
        return words;
    }
}

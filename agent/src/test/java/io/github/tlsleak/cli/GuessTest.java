package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.jvm.FakeJvms;
import io.github.tlsleak.common.options.OptionFiles;
import io.github.tlsleak.common.options.Options;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

/** Each word that can be mistyped, and what is taken for it. */
class GuessTest {

    private static final String LINES =
            "{\"type\":\"meta\",\"run\":\"1\",\"main\":\"com.acme.LeakyShop\",\"host\":\"vm\","
                    + "\"labels\":{\"service\":\"orders\"}}\n"
                    + "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\","
                    + "\"site\":\"0123456789abcdef\",\"run\":\"1\"}\n";

    @TempDir Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FakeJvms jvms =
            new FakeJvms().add(5, "com.acme.LeakyShop").addWatched(6, "billing.jar");
    private CliEnvironment environment;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(dir.resolve("leaks.jsonl"), LINES);
        Files.writeString(dir.resolve("accepted.txt"), "# none\n");
        Files.writeString(dir.resolve("dump.hprof"), "no dump");
        Files.createDirectory(dir.resolve("sources"));
        environment = new CliEnvironment(jvms, FakeJvms.answering(dir, "0\nanswer\n"), null, null);
    }

    private int run(String line) {
        String[] args = line.trim().replace("DIR", dir.toString()).split(" +");
        return Main.run(environment, Ansi.OFF, args, new PrintWriter(out), new PrintWriter(err));
    }

    private List<String> hints() {
        List<String> hints = new ArrayList<>();
        for (String part : err.toString().split("did you mean ")) {
            hints.add(part.replaceFirst("(?s)\\?.*", ""));
        }
        return hints.subList(1, hints.size());
    }

    @ParameterizedTest
    @CsvSource({
        "reprot DIR/leaks.jsonl, report",
        "att 5, attach",
        "help atach, attach",
        "report DIR/leaks.jsonl --fromat html, --format",
        "report DIR/leaks.jsonl --Format=html, --format",
        "report DIR/leaks.jsonl --write, --write-baseline",
        "report DIR/leaks.jsonl --summary, --require-summary",
        "heap DIR/leaks.jsonl --fail-on, --fail-on-held",
        "report DIR/leaks.jsonl --format htlm, html",
        "report DIR/leaks.jsonl --format flamegraph-collapsed, ''",
        "heap DIR/leaks.jsonl --format jason, json",
        "dump 6 --format JSON, json",
        "report DIR/leaks.jsonl --out DIR/x.htlm, html",
        "report DIR/leaks.jsonl --fail-on leek, leak",
        "report DIR/leaks.jsonl --by servise, service",
        "report DIR/leaks.jsonl --where hots=vm, host",
        "report DIR/leaks.jsonl --where service=oders, orders",
        "report DIR/leaks.jsonl --where program=shop, com.acme.LeakyShop",
        "report DIR/leak.jsonl, leaks.jsonl",
        "report DIR/LEAKS.JSONL, leaks.jsonl",
        "report DIR/leaks, leaks.jsonl",
        "report DIR/sorces/leaks.jsonl, sources",
        "report DIR/leaks.jsonl --baseline DIR/acepted.txt, accepted.txt",
        "report DIR/leaks.jsonl --out DIR/surces/x.html, sources",
        "heap DIR/dmup.hprof, dump.hprof",
        "heap LeakyShp, LeakyShop",
        "attach LeekyShop, LeakyShop",
        "attach acme.LeakyShop, com.acme.LeakyShop",
        "attach shop, LeakyShop",
        "status biling.jar, billing.jar",
        "dump bililng, billing",
        "attach 5 treshold=5s, threshold",
        "attach 5 depth=5, stack.depth",
        "attach 5 strict=ture, true",
        "attach 5 threshold=5ss, 5s",
        "attach 5 baseline=DIR/acepted.txt, accepted.txt",
        "attach 5 suppressions=DIR/acepted.txt, accepted.txt",
        "attach 5 config=DIR/acepted.txt, accepted.txt",
        "attach 5 log.format=jsn, json",
    })
    void whatIsMeant(String line, String hint) {
        assertThat(run(line)).isNotZero();
        List<String> expected = hint.isEmpty() ? List.of() : List.of(hint);
        assertThat(hints()).as(err.toString()).isEqualTo(expected);
        assertThat(out.toString()).doesNotContain("0123456789abcdef", "answer");
    }

    @ParameterizedTest
    @CsvSource({"leakyshop", "COM.ACME.LEAKYSHOP", "Billing", "Billing.Jar"})
    void capitalsDoNotMatterWhereOneProgramIsMeant(String word) {
        assertThat(run("attach " + word)).isZero();
        assertThat(out.toString()).contains("answer");
    }

    @Test
    void capitalsMatterWhereTheyTellProgramsApart() {
        jvms.add(7, "com.acme.leakyshop");
        assertThat(run("attach leakyshop")).isZero();
        assertThat(run("attach LEAKYSHOP")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString()).contains("2 JVMs run 'LEAKYSHOP'; choose one by its pid:");
    }

    @Test
    void theAgentTakesItsOptionsForTheSame() throws IOException {
        Properties system = new Properties();
        system.setProperty("tlsleak.treshold", "5s");
        Path config = Files.writeString(dir.resolve("c.properties"), "stakc.depth=5\n");
        List<String> warnings = new ArrayList<>();
        Options options =
                Options.load(
                        "reprot=x,config=" + config + ",baseline=" + dir.resolve("accepted"),
                        system,
                        Map.of("TLSLEAK_STRCT", "true"),
                        warnings);
        OptionFiles.check(options, warnings);
        assertThat(String.join("\n", warnings))
                .contains("did you mean report?")
                .contains("did you mean tlsleak.threshold?")
                .contains("did you mean TLSLEAK_STRICT?")
                .contains("did you mean stack.depth?")
                .contains("no such file; did you mean accepted.txt?");
    }

    @Test
    void aMessageWithAGuessIsOneLineBeforeTheJvms() {
        assertThat(run("attach leekyshop")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString().lines().findFirst())
                .contains("tlsleak: no JVM runs 'leekyshop'; did you mean LeakyShop? there are:");
    }
}

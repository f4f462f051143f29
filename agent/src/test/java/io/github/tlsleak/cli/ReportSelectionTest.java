package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options that choose a part of the reports, and documents as input. */
class ReportSelectionTest extends ReportRuns {

    private static final String META =
            "{\"type\":\"meta\",\"run\":\"%s\",\"pid\":7,\"host\":\"%s\",\"main\":\"com.acme.%s\","
                    + "\"started\":\"2026-11-22T10:00:00Z\"%s}\n";
    private static final String LEAK =
            "{\"type\":\"leak\",\"run\":\"%s\",\"time\":\"%s\",\"verdict\":\"LOST\","
                    + "\"severity\":\"leak\",\"site\":\"%s\"}\n";

    @TempDir Path dir;

    private final List<Path> files = new ArrayList<>();

    @BeforeEach
    void threeJvms() throws IOException {
        jvm("r1", "h1", ",\"labels\":{\"service\":\"shop\",\"pod\":\"a\"}", "aa", "aa", "bb");
        jvm("r2", "h2", ",\"labels\":{\"service\":\"shop\",\"pod\":\"a\"}", "aa");
        jvm("r3", "h2", "", "cc");
    }

    private void jvm(String run, String host, String labels, String... sites) throws IOException {
        StringBuilder text = new StringBuilder(META.formatted(run, host, "Main", labels));
        for (int i = 0; i < sites.length; i++) {
            text.append(LEAK.formatted(run, "2026-11-22T1" + i + ":30:00Z", sites[i]));
        }
        files.add(Files.writeString(dir.resolve(run), text));
    }

    @Test
    void whichLeaksDoesAServiceHave() {
        assertThat(run(dir, "--by", "service", "--top", "1")).isZero();
        assertThat(out)
                .contains(
                        "\nservice shop: 4 leaks, 0 defects, 0 notices at 2 sites in 2 jvms\n"
                                + "  leak: 3 LOST  aa  (stack not known)  [unknown], in 2 of 2"
                                + " jvms, last 2026-11-22T11:30:00Z\n  and 1 site more\n",
                        "\nservice com.acme.Main: 1 leak, 0 defects, 0 notices at 1 site in 1 jvm\n",
                        "\n1. leak: 3 LOST\n",
                        "\nand 2 more sites\n")
                .doesNotContain("\n2. leak");
        assertThat(out.indexOf("service shop")).isLessThan(out.indexOf("service com.acme.Main"));
        run(dir, "--by", "pod");
        assertThat(out).contains("\npod a: 4 leaks", "\npod (none): 1 leak");
    }

    @Test
    void oneSiteByItsBeginning() {
        assertThat(run(dir, "--site", "A")).isZero();
        assertThat(out).contains("\nleak: 3 LOST\n", "\n  site      aa  ").doesNotContain("bb");
        assertThat(run(dir, "--site", "bb", "--format", "json")).isZero();
        assertThat(out).contains("\"site\" : \"bb\"").doesNotContain("\"site\" : \"cc\"");
        assertThat(run(dir, "--site", "bb", "--format", "collapsed")).isZero();
        assertThat(out).isEqualTo("site bb 1\n");
    }

    @Test
    void aSiteThatIsNotThere() {
        assertThat(run(dir, "--site", "ab")).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err.strip())
                .isEqualTo("tlsleak: --site ab: no such site in the report; did you mean aa?");
    }

    @Test
    void aBeginningOfTwoSites() throws IOException {
        jvm("r4", "h3", "", "ac");
        assertThat(run(dir, "--site", "a")).isEqualTo(2);
        assertThat(err.strip()).isEqualTo("tlsleak: --site a: 2 sites begin so: aa, ac");
        assertThat(run(dir, "--site", "")).isEqualTo(2);
        assertThat(err).contains("no such site");
    }

    @ParameterizedTest
    @CsvSource({
        "--all --format html, --all is for --format text",
        "--all --format json, --all is for --format text",
        "--full --format sarif, --full is for --format text",
        "--site aa --all, --site shows one site",
        "--site aa --top 3, --site shows one site",
        "--site aa --by host, --site shows one site",
    })
    void anOptionThatWouldDoNothing(String options, String message) {
        List<Object> words = new ArrayList<>(List.of(dir));
        words.addAll(List.of(options.split(" ")));
        assertThat(run(words.toArray())).isEqualTo(2);
        assertThat(err).startsWith("tlsleak: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "service=shop, 4",
        "service.name=sh*, 4",
        "service=com.acme.Main, 1",
        "program=*Main, 5",
        "host=h2, 2",
        "pod=(none), 1",
    })
    void whereALabelFits(String where, int leaks) {
        assertThat(run(dir, "--where", where)).isZero();
        assertThat(out).contains("\n" + leaks + " leak").contains("\n  only      " + where + "\n");
    }

    @Test
    void allConditionsMustFit() {
        assertThat(run(dir, "--where", "service=shop", "--where", "host=h2")).isZero();
        assertThat(out).contains("\n1 leak,").contains("pid 7 on h2");
        assertThat(run(dir, "--where", "service=shop", "--where", "host=other")).isEqualTo(4);
        assertThat(err).isEqualTo("tlsleak: --where: no JVM fits" + System.lineSeparator());
    }

    @Test
    void findingsOfSomeTime() {
        run(dir, "--since", "2026-11-22T11:00:00Z", "--until", "2026-11-22T11:30:00.001Z");
        assertThat(out)
                .contains("\n1 leak,", "since 2026-11-22T11:00:00Z", "until 2026-11-22T11:30:00");
        run(dir, "--until", "2026-11-22");
        assertThat(out).contains("\n0 leaks, 0 defects, 0 notices\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--where servise=shop, '--where servise=shop: no JVM has a label servise; did you mean"
                + " service? there are host, pod, program, service'",
        "--by tier, '--by tier: no JVM has a label tier; there are host, pod, program, service'",
        "--where shop, '--where shop: expected LABEL=VALUE, such as service=shop'",
        "--since yesterday, '--since yesterday: expected a time before now such as 24h or 7d, or"
                + " one such as 2026-11-22 or 2026-11-22T10:00:00Z'",
        "--since 1h --until 2h, --since is not before --until",
        "--top 0, '--top 0: expected 1 or more'",
        "--by pod --format sarif, '--by is for --format text, html and json, not sarif; try"
                + " --where'",
    })
    void wrongUsageIsOneLine(String args, String message) {
        List<Object> words = new ArrayList<>(List.of(dir));
        words.addAll(List.of(args.split(" ")));
        assertThat(run(words.toArray())).isEqualTo(2);
        assertThat(err.lines().findFirst()).hasValue("tlsleak: " + message);
        assertThat(out).isEmpty();
    }

    @Test
    void aClockThatIsAheadIsToldOnce() throws IOException {
        String later = Instant.now().plusSeconds(7200).toString();
        Files.writeString(dir.resolve("r1"), LEAK.formatted("r1", later, "aa"));
        assertThat(run(dir, "--since", "1h")).isZero();
        assertThat(out).contains("\n1 leak,");
        assertThat(err.lines())
                .containsExactly(
                        "tlsleak: warning: 1 JVM found something later than now, the first on host"
                                + " (not known): its clock is ahead, or the one here is behind");
    }

    private Path document(Path... reports) throws IOException {
        List<Object> args = new ArrayList<>(List.of((Object[]) reports));
        args.addAll(List.of("--format", "json"));
        assertThat(run(args.toArray())).isZero();
        return Files.writeString(Files.createTempFile(dir, "doc", ""), out);
    }

    @Test
    void aDocumentIsAnInput() throws IOException {
        Path first = document(files.get(0), files.get(1));
        String one = Files.readString(first).replaceAll("\n *", "");
        Path line = Files.writeString(dir.resolve("line"), one + Files.readString(files.get(2)));
        assertThat(run(line, "--where", "service=shop", "--by", "host")).isZero();
        assertThat(out)
                .contains("\n  read      3 files\n", "\nhost h1: 3 leaks", "\nhost h2: 1 leak");
        assertThat(run(first, files.get(2), "--fail-on", "leak")).isEqualTo(1);
        assertThat(run(first, "--require-summary")).isEqualTo(4);
        assertThat(err).contains("2 JVMs wrote no summary");
    }

    @Test
    void aJvmInTwoInputsIsWarnedOf() throws IOException {
        Path document = document(files.get(0));
        assertThat(run(document, files.get(0))).isZero();
        assertThat(err).contains("warning: 1 JVM in more than one document");
    }

    @Test
    void aDocumentThatCannotBeReadIsLeftOutAsAWhole() throws IOException {
        Path good = document(files.get(0));
        String text = Files.readString(good);
        Path cut = Files.writeString(dir.resolve("cut"), text.substring(0, text.length() - 9));
        Path newer =
                Files.writeString(dir.resolve("newer"), text.replace("ion\" : 1", "ion\" : 2"));
        Path old = Files.writeString(dir.resolve("old"), text.replace("\"merge\"", "\"other\""));
        assertThat(run(cut, newer, old, files.get(2))).isEqualTo(4);
        assertThat(out).contains("\n1 leak,");
        assertThat(err.lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("cut: cut or damaged at line "))
                .anyMatch(line -> line.contains("newer: a document of version 2, this tlsleak"))
                .anyMatch(line -> line.contains("old: a document without its field merge"));
        assertThat(run(good, "--since", "24h")).isEqualTo(4);
        assertThat(err).contains("a document has no single findings that --since and --until");
    }
}

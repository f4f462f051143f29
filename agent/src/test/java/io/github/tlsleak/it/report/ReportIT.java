package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code report} on files that agents wrote. */
@OwnJdkOnly
class ReportIT {

    private static final long TWO_GIGABYTES = 2_200_000_000L;

    @TempDir Path directory;

    @Test
    void mergesTheRunsOfADirectoryAndServesCi() throws Exception {
        leaks("one.jsonl", 2);
        zip(leaks("two.jsonl", 3));
        Ended text = report(directory);
        assertThat(text.exitCode()).as(text.toString()).isZero();
        assertThat(text.out()).contains("5 leaks, 0 defects, 0 notices at 1 site: 5 LOST");
        assertThat(text.err()).isEmpty();

        assertThat(report(directory, "--fail-on", "leak").exitCode()).isEqualTo(1);
        Path baseline = directory.resolve("accepted.baseline");
        assertThat(report(directory, "--write-baseline", baseline).exitCode()).isZero();
        assertThat(report(directory, "--baseline", baseline, "--fail-on", "new").exitCode())
                .isZero();
    }

    @Test
    void aPipe() throws Exception {
        Path file = leaks("one.jsonl", 2);
        try (Forked cli = Cli.on(Jdk.own()).start("report", "--format", "json", "-")) {
            try (OutputStream in = cli.in()) {
                in.write(Files.readAllBytes(zip(file)));
            }
            Ended ended = Cli.ended(cli);
            JsonNode document = ended.json();
            assertThat(document.at("/totals/leak").asInt()).as(ended.toString()).isEqualTo(2);
        }
    }

    @Test
    void aTerminalHasColoursAndAWidth() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no terminal without script");
        Path file = leaks("one.jsonl", 1);
        List<String> wide = inTerminal("stty cols 200; unset COLUMNS NO_COLOR", file);
        assertThat(wide).anyMatch(line -> line.startsWith("\u001b[1;31m1. leak: 1 LOST"));
        assertThat(wide).anyMatch(line -> line.matches("  found     first \\S+, last \\S+"));
        List<String> narrow = inTerminal("stty cols 60; unset COLUMNS; export NO_COLOR=1", file);
        assertThat(narrow).anyMatch(line -> line.matches(" {12}last \\d{4}-\\S+"));
        assertHarmless(narrow);
    }

    private static List<String> inTerminal(String setting, Path file)
            throws IOException, InterruptedException {
        String java = Jdk.own().java() + " -jar " + AgentJvm.JAR.toAbsolutePath();
        String line = setting + "; " + java + " report " + file;
        try (Forked shell = Forked.start(new ProcessBuilder("script", "-qec", line, "/dev/null"))) {
            Ended ended = Cli.ended(shell);
            assertThat(ended.exitCode()).as(ended.toString()).isZero();
            return ended.out();
        }
    }

    /** Two JVMs write the same file. Each line is whole, and names its JVM. */
    @Test
    void twoJvmsThatWriteOneFile() throws Exception {
        AppRun app = new AppRun(Jdk.own(), directory).untilReported(4);
        try (Forked one = app.start("volume.SomeLeaks", "127.0.0.1", "0", "1.2", "2");
                Forked two = app.start("volume.SomeLeaks", "127.0.0.1", "0", "1.2", "2")) {
            app.awaitSeen(one);
            Ended now = report(directory.resolve("report.jsonl"));
            assertThat(now.exitCode()).as("being written" + now).isZero();
            assertThat(now.out()).contains("4 leaks, 0 defects, 0 notices at 1 site: 4 LOST");
            for (Forked each : List.of(one, two)) {
                each.release();
                assertThat(each.exitCode(AppRun.LONG)).isZero();
            }
        }
        Ended ended = report(directory.resolve("report.jsonl"));
        assertThat(ended.out()).contains("4 leaks, 0 defects, 0 notices at 1 site: 4 LOST");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void twoGigabytesInALittleHeap() throws Exception {
        Path file = leaks("one.jsonl", 2);
        byte[] report = Files.readAllBytes(file);
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            // between two reports: one line of zeros, which takes no space on the disk
            large.seek(TWO_GIGABYTES);
            large.write('\n');
            large.write(report);
        }
        Ended ended = Cli.on(Jdk.own()).jvm("-Xmx32m").run("report", file);
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("4 leaks, 0 defects, 0 notices at 1 site: 4 LOST");
        assertThat(ended.out()).anyMatch(line -> line.startsWith("warning: "));
    }

    @Test
    void namesThatTerminalsAndBrowsersObey() throws Exception {
        Ended app =
                new AppRun(Jdk.own(), directory)
                        .option("log", "stderr")
                        .untilReported(1)
                        .runAlone("volume.HostileNames");
        assertThat(app.log()).anyMatch(line -> line.contains("<script>?c\"'&\\?\u20ac?"));
        assertHarmless(app.err());
        for (String format : List.of("text", "json", "sarif", "collapsed", "html")) {
            Ended ended = report(directory.resolve("report.jsonl"), "--format", format);
            assertThat(ended.exitCode()).as(ended.toString()).isZero();
            assertThat(ended.out()).as(format).anyMatch(line -> line.contains("?c"));
            assertHarmless(ended.out());
        }
    }

    private static void assertHarmless(List<String> lines) {
        assertThat(lines).noneMatch(line -> line.matches(".*[\\p{Cntrl}\\p{Cf}&&[^\t]].*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "binary", "folder", "missing"})
    void whatHoldsNoReport(String what) throws Exception {
        Path good = leaks("good.jsonl", 2);
        Path bad = bad(what);
        Ended alone = report(bad);
        assertThat(alone.exitCode()).as(alone.toString()).isEqualTo(4);
        assertThat(alone.out()).isEmpty();
        assertThat(alone.err()).singleElement().asString().startsWith("tlsleak: " + bad);

        Ended both = report(bad, good);
        assertThat(both.exitCode()).as(both.toString()).isEqualTo(4);
        assertThat(both.out()).contains("2 leaks, 0 defects, 0 notices at 1 site: 2 LOST");
        assertThat(both.err()).isEqualTo(alone.err());
    }

    @Test
    void aNewerSchema() throws Exception {
        Path newer = directory.resolve("newer.jsonl");
        Files.writeString(newer, "{\"type\":\"meta\",\"schema\":2,\"pid\":1}\n");
        Ended ended = report(newer);
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out())
                .anyMatch(line -> line.startsWith("warning: the report is of schema 2"));
    }

    private Path bad(String what) throws IOException {
        Path file = directory.resolve(what);
        switch (what) {
            case "empty":
                return Files.createFile(file);
            case "binary":
                return Files.write(file, Files.readAllBytes(AgentJvm.JAR));
            case "folder":
                return Files.createDirectory(file);
            default:
                return file;
        }
    }

    private Path leaks(String name, int number) throws IOException, InterruptedException {
        Path file = directory.resolve(name);
        Ended app =
                new AppRun(Jdk.own(), directory)
                        .option("report", file)
                        .option("log", "off")
                        .runAlone("volume.SomeLeaks", String.valueOf(number));
        assertThat(app.exitCode()).as(app.everything()).isZero();
        return file;
    }

    private static Path zip(Path file) throws IOException {
        Path zipped = file.resolveSibling(file.getFileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(file, out);
        }
        Files.delete(file);
        return zipped;
    }

    private static Ended report(Object... args) throws IOException, InterruptedException {
        Object[] words = new Object[args.length + 1];
        words[0] = "report";
        System.arraycopy(args, 0, words, 1, args.length);
        return Cli.on(Jdk.own()).jvm("-Dfile.encoding=" + StandardCharsets.UTF_8).run(words);
    }
}

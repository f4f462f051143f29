package io.github.tlsleak.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Boxed;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Disks of a few kilobytes: each write is the first that fails on one of them. What was on the disk
 * stays as it was, one line says what is wrong, and the program of the agent runs on. {@code
 * -Dtlsleak.faults=all} takes every size.
 */
@CiOnly
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class FullDisksIT {

    private static final boolean ALL = System.getProperty("tlsleak.faults", "").equals("all");
    private static final int PAGE = 4;
    private static final String OLD = "this was here before\n";
    private static final int LEAKS = 5;

    @TempDir static Path shared;

    private static Path reports;

    @TempDir Path directory;

    @BeforeAll
    static void someReports() throws Exception {
        reports = shared.resolve("reports");
        String writer = "io.github.tlsleak.apps.bench.ReportFiles";
        try (Forked app =
                new AgentJvm(Jdk.own())
                        .withoutAgent()
                        .start(writer, reports.toString(), "400", "2", "30")) {
            app.endsWell(AppRun.LONG);
        }
    }

    static Stream<Arguments> files() {
        Stream<Arguments> always =
                Stream.of(
                        arguments("page.html", List.of("--out")),
                        arguments("accepted.txt", List.of("--write-baseline")));
        Stream<Arguments> more =
                Stream.of(
                        arguments("report.json", List.of("--out")),
                        arguments("report.sarif", List.of("--out")),
                        arguments("report.txt", List.of("--out")),
                        arguments("report.folded", List.of("--out")));
        return ALL ? Stream.concat(always, more) : always;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void anOldFileStaysWhereANewOneDoesNotFit(String name, List<String> option) throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        Path file = disk.resolve(name);
        Ended free = Cli.on(Jdk.own()).run("report", reports, option.get(0), file);
        assertThat(free.exitCode()).as(free.everything()).isZero();
        int needed = (int) (Files.size(file) / 1024) + PAGE;
        Files.delete(file);
        for (int size : sizes(needed)) {
            Path kept = Files.createDirectory(directory.resolve("kept-" + size));
            String before = MountBox.disk(disk, size) + "\nprintf '" + OLD + "' > '" + file + "'";
            Ended ended =
                    Cli.on(Jdk.own())
                            .under(MountBox.words(before, MountBox.keep(disk, kept)))
                            .run("report", reports, option.get(0), file);
            assertThat(ended.exitCode()).as(size + " kB" + ended.everything()).isEqualTo(4);
            assertThat(ended.err())
                    .as(size + " kB" + ended.everything())
                    .singleElement()
                    .asString()
                    .contains(file.toString())
                    .containsIgnoringCase("no space left on device");
            assertThat(kept.resolve(name)).hasContent(OLD);
            try (Stream<Path> all = Files.list(kept)) {
                assertThat(all).containsExactly(kept.resolve(name));
            }
        }
    }

    /** The old file takes one page. */
    private static List<Integer> sizes(int needed) {
        List<Integer> sizes = new ArrayList<>();
        int step = ALL ? Math.max(PAGE, needed / 20 / PAGE * PAGE) : Math.max(PAGE, needed / 2);
        for (int size = PAGE; size < needed; size += step) {
            sizes.add(size);
        }
        return sizes;
    }

    static Stream<Arguments> outputs() {
        List<Arguments> outputs = new ArrayList<>();
        for (int pages = 1; pages <= (ALL ? 5 : 2); pages++) {
            outputs.add(arguments("report", pages));
            outputs.add(arguments("log", pages));
        }
        return outputs.stream();
    }

    @ParameterizedTest(name = "{0} on {1} pages")
    @MethodSource("outputs")
    void theProgramOfTheAgentRunsOn(String option, int pages) throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        Path kept = Files.createDirectory(directory.resolve("kept"));
        List<String> command =
                new ArrayList<>(
                        MountBox.words(
                                MountBox.disk(disk, pages * PAGE), MountBox.keep(disk, kept)));
        command.addAll(
                new AgentJvm(Jdk.own())
                        .agentArgs(option + "=" + disk.resolve("file") + ",gc.at.exit=true")
                        .command("io.github.tlsleak.apps.faults.SomeOfEach", "1.2", "true")
                        .command());
        try (Forked app = Forked.start(new ProcessBuilder(command))) {
            app.awaitOut("DONE"::equals, AppRun.LONG);
            app.release();
            assertThat(app.exitCode(AppRun.LONG)).as(app.everything()).isZero();
            assertThat(app.out()).containsExactly("DONE");
            if (option.equals("report")) {
                saidOnce(app, kept.resolve("file"));
            } else {
                assertThat(app.err()).allMatch(line -> line.startsWith("[tlsleak] "));
            }
        }
        assertThat(Files.size(kept.resolve("file"))).isLessThanOrEqualTo(pages * PAGE * 1024L);
    }

    /** A report that is not whole is said once, and all whole lines of it can be read. */
    private static void saidOnce(Forked app, Path report) throws Exception {
        assertThat(app.err())
                .as(app.everything())
                .anyMatch(line -> line.contains(" leak #1 "))
                .anyMatch(line -> line.contains("; " + LEAKS + " leaks, 0 defects"));
        boolean whole = !Report.read(report).of("summary").isEmpty();
        long said = app.err().stream().filter(l -> l.contains("cannot write report")).count();
        assertThat(said).as(app.everything()).isEqualTo(whole ? 0 : 1);
        Ended cli = Cli.on(Jdk.own()).run("report", report);
        assertThat(cli.exitCode()).as(cli.everything()).isIn(0, 4);
        assertThat(cli.err()).as(cli.everything()).hasSizeLessThanOrEqualTo(1);
    }

    /** The temporary directory of a container has no room: request and jar find another place. */
    @Test
    void aFullTemporaryDirectoryDoesNotHinderTheCommands() throws Exception {
        String small = "mount -t tmpfs -o size=128k tmpfs /tmp";
        try (Boxed box = Boxed.on(Jdk.own()).script(small).start()) {
            Path fill = box.file("/tmp/fill");
            assertThatIOException()
                    .isThrownBy(() -> Files.write(fill, new byte[128 << 10]))
                    .withMessageContaining("No space left");
            for (String command : List.of("attach", "status", "detach")) {
                Ended ended = Cli.on(Jdk.own()).run(command, box.pid());
                assertThat(ended.exitCode()).as(ended.everything()).isZero();
                assertThat(ended.err()).as(ended.everything()).isEmpty();
            }
            box.isClean("/tmp");
            box.service().endsWell();
        }
    }
}

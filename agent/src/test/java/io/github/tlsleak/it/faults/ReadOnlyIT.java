package io.github.tlsleak.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** File systems that can only be read, as {@code docker run --read-only} has them. */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class ReadOnlyIT {

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    /** Neither the report nor a temporary file can be made. */
    @ParameterizedTest
    @MethodSource("jdks")
    void leaksAreLoggedWhereNothingCanBeWritten(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        List<String> command = new ArrayList<>(MountBox.words(readOnly(directory), ""));
        command.addAll(
                new AgentJvm(jdk)
                        .agentArgs("report=" + report + ",gc.at.exit=true")
                        .jvm("-Djava.io.tmpdir=" + directory, "-XX:-UsePerfData")
                        .command("io.github.tlsleak.apps.faults.SomeOfEach", "1.2", "true")
                        .command());
        try (Forked app = Forked.start(new ProcessBuilder(command))) {
            app.awaitOut("DONE"::equals, AppRun.LONG);
            app.release();
            assertThat(app.exitCode(AppRun.LONG)).as(app.everything()).isZero();
            Ended ended = new Ended(0, app.pid(), app.out(), app.err(), new Report(List.of()));
            assertThat(ended.out()).containsExactly("DONE");
            assertThat(ended.otherErr()).as(ended.everything()).isEmpty();
            assertThat(ended.warnings())
                    .as(ended.everything())
                    .singleElement()
                    .asString()
                    .contains("report: " + report)
                    .containsIgnoringCase("read-only file system");
            assertThat(ended.log()).anyMatch(line -> line.contains("; 5 leaks, 0 defects"));
        }
        assertThat(report).doesNotExist();
    }

    @Test
    void aCommandThatCannotWriteItsFileIsOneLine() throws Exception {
        Path report = directory.resolve("report.jsonl");
        new AppRun(Jdk.own(), directory).untilReported(1).runAlone("volume.SomeLeaks", "1");
        Path out = directory.resolve("page.html");
        Files.writeString(out, "old");
        Ended ended =
                Cli.on(Jdk.own())
                        .under(MountBox.words(readOnly(directory), ""))
                        .run("report", report, "--out", out);
        assertThat(ended.exitCode()).as(ended.everything()).isEqualTo(4);
        assertThat(ended.err())
                .as(ended.everything())
                .singleElement()
                .asString()
                .contains("cannot write " + out)
                .containsIgnoringCase("read-only file system");
        assertThat(out).hasContent("old");
    }

    private static String readOnly(Path directory) {
        return "mount --bind '"
                + directory
                + "' '"
                + directory
                + "'\n"
                + "mount -o remount,ro,bind '"
                + directory
                + "'";
    }
}

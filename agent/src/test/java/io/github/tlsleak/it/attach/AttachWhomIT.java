package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OneMain;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Proc;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake on the command line is reported before anything is loaded. */
@CiOnly
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class AttachWhomIT {

    private static final Jdk JDK = Jdk.own();

    @TempDir Path directory;

    static Stream<Arguments> wrongOptions() {
        return Stream.of(
                arguments("stack.dept=3", "stack.depth"),
                arguments("sample=zero", "sample"),
                arguments("threshold=60", "60s"),
                arguments("report", "report"));
    }

    @ParameterizedTest
    @MethodSource("wrongOptions")
    void wrongOptionLoadsNothing(String option, String hint) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(JDK)) {
            Ended cli = Cli.on(JDK).run("attach", target.pid(), option);
            assertThat(cli.exitCode()).as(cli.everything()).isEqualTo(2);
            assertThat(cli.out()).isEmpty();
            assertThat(cli.err().get(0)).startsWith("tlsleak").contains(hint);
            untouched(target);
        }
    }

    /**
     * A relative path is resolved in the caller's directory; the file does not exist there either.
     */
    @Test
    void wrongFileOptionLoadsNothing() throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(JDK)) {
            for (String key : List.of("suppressions", "baseline", "config", "report", "log")) {
                // the directory of a report and of a log is made
                boolean made = List.of("report", "log").contains(key);
                List<String> files =
                        made ? List.of("/dev/null/file") : List.of("/absent/file", "absent/file");
                for (String file : files) {
                    String option = key + "=" + file;
                    Ended cli = Cli.on(JDK).in(directory).run("attach", target.pid(), option);
                    assertThat(cli.exitCode()).as(option + cli.everything()).isEqualTo(2);
                    assertThat(cli.out()).as(option).isEmpty();
                    assertThat(cli.err()).as(option).hasSize(2);
                    assertThat(cli.err().get(0))
                            .contains(key, file)
                            .containsPattern("no such|exist|not a directory");
                }
            }
            untouched(target);
        }
    }

    private static void untouched(TlsServiceJvm target) throws Exception {
        Proc proc = new Proc(target.pid());
        assertThat(proc.hasAgentThread()).isFalse();
        assertThat(proc.uses(AgentJvm.JAR)).as("jar in the JVM").isFalse();
        Ended ended = target.endsWell();
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void unknownMainClassAnswersWithTheTable() throws Exception {
        OneMain main = OneMain.of("io.github.tlsleak.apps.attach.Idle", directory);
        try (Forked idle = main.start(JDK)) {
            idle.awaitOut("ready"::equals, AppRun.LONG);
            Ended cli = Cli.on(JDK).run("attach", "com.acme.NoSuchMain");
            assertThat(cli.exitCode()).as(cli.everything()).isEqualTo(3);
            assertThat(cli.err().get(0)).contains("com.acme.NoSuchMain");
            showsTable(cli, main, idle);
        }
    }

    @Test
    void unknownPidAnswersWithTheTable() throws Exception {
        OneMain main = OneMain.of("io.github.tlsleak.apps.attach.Idle", directory);
        long gone = goneProcess();
        try (Forked idle = main.start(JDK)) {
            idle.awaitOut("ready"::equals, AppRun.LONG);
            for (String command : List.of("attach", "status", "dump", "detach")) {
                Ended cli = Cli.on(JDK).run(command, gone);
                assertThat(cli.exitCode()).as(cli.everything()).isEqualTo(3);
                assertThat(cli.err().get(0)).contains(String.valueOf(gone));
                showsTable(cli, main, idle);
            }
        }
    }

    @Test
    void ambiguousMainClassAnswersWithTheTable() throws Exception {
        OneMain main = OneMain.of("io.github.tlsleak.apps.attach.Idle", directory);
        try (Forked one = main.start(JDK);
                Forked two = main.start(JDK)) {
            one.awaitOut("ready"::equals, AppRun.LONG);
            two.awaitOut("ready"::equals, AppRun.LONG);
            Ended cli = Cli.on(JDK).run("attach", main.name());
            assertThat(cli.exitCode()).as(cli.everything()).isEqualTo(3);
            showsTable(cli, main, one);
            showsTable(cli, main, two);
            assertThat(new Proc(one.pid()).uses(AgentJvm.JAR)).isFalse();
            assertThat(new Proc(two.pid()).uses(AgentJvm.JAR)).isFalse();
        }
    }

    private static void showsTable(Ended cli, OneMain main, Forked idle) {
        String row = "\\s*" + idle.pid() + "\\s.*" + main.name() + ".*";
        assertThat(cli.err()).as(cli.everything()).anyMatch(line -> line.matches(row));
    }

    private static long goneProcess() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        return gone.pid();
    }
}

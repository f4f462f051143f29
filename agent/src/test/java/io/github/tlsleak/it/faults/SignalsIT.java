package io.github.tlsleak.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Signals end the program, or ask it for a thread dump. What was found before is in the report, in
 * whole lines. A killed JVM may leave one line cut.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
@EnabledOnOs({OS.LINUX, OS.MAC})
class SignalsIT {

    private static final int KILLED = 128;
    private static final int LEAKS = 3;

    @TempDir Path directory;

    static List<Arguments> signals() {
        boolean all = System.getProperty("tlsleak.faults", "").equals("all");
        List<Arguments> signals = new ArrayList<>();
        for (Jdk jdk : Jdk.notThin()) {
            signals.add(arguments(jdk, "TERM", 15));
            if (all) {
                signals.add(arguments(jdk, "INT", 2));
                signals.add(arguments(jdk, "HUP", 1));
            }
        }
        return signals;
    }

    /** A thread dump is asked for while the program runs. */
    @ParameterizedTest
    @MethodSource("signals")
    void theReportIsWholeAtTheEnd(Jdk jdk, String signal, int number) throws Exception {
        Path file = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.premain(jdk, "report=" + file)) {
            target.leak(LEAKS, file, 2 * LEAKS);
            send("QUIT", target.pid());
            target.app().awaitOut(line -> line.contains("Full thread dump"), AppRun.LONG);
            target.app().awaitOut(line -> line.contains("tlsleak-"), AppRun.LONG);
            target.app().in().write("leak 1\ngc\n".getBytes());
            target.app().in().flush();
            await("the last leak")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Report.read(file).numberOfFindings() > 2 * LEAKS);
            send(signal, target.pid());
            assertThat(target.app().exitCode(AppRun.LONG)).isEqualTo(KILLED + number);
            assertThat(target.app().err())
                    .as(target.app().everything())
                    .anyMatch(line -> line.startsWith("[tlsleak] INFO summary: "))
                    .noneMatch(line -> line.startsWith("[tlsleak] ERROR"));
        }
        assertThat(Files.readString(file)).endsWith("\n");
        JsonNode summary = Report.read(file).summary();
        assertThat(summary.path("atExit").asBoolean()).isTrue();
        assertThat(summary.path("agentErrors").asInt()).isZero();
        assertThat(Report.read(file).of("leak")).hasSize(2 * LEAKS + 1);
    }

    static List<Arguments> ends() {
        return List.of(arguments("exit", 1), arguments("halt", 0));
    }

    /** {@code halt} lets no summary be written; the leaks are there. */
    @ParameterizedTest
    @MethodSource("ends")
    void whatWasFoundIsThereAfterTheEnd(String how, int summaries) throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .untilReported(5)
                        .run("faults.SomeOfEach", "1.2", "true", how);
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.report().of("leak")).hasSize(5);
        assertThat(ended.report().of("summary")).hasSize(summaries);
        assertThat(ended.warnings()).as(ended.everything()).isEmpty();
        assertThat(Files.readString(directory.resolve("report.jsonl"))).endsWith("\n");
    }

    /** Killed while it writes, with its last line cut as a crash of the machine would do. */
    @Test
    void aReportWhoseLastLineIsCutIsRead() throws Exception {
        Path file = directory.resolve("report.jsonl");
        AgentJvm jvm = new AgentJvm(Jdk.own()).agentArgs("log=off,report=" + file);
        String program = "io.github.tlsleak.apps.volume.SomeLeaks";
        try (Forked app = jvm.start(program, "127.0.0.1", "0", "1.2", "2000")) {
            await("lines")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> Report.read(file).of("leak").size() >= 100);
            send("KILL", app.pid());
            assertThat(app.exitCode(AppRun.LONG)).isEqualTo(KILLED + 9);
        }
        int whole = Report.read(file).of("leak").size();
        assertThat(leaksReported(file)).isEqualTo(whole);
        String last = "{\"type\":\"leak\",\"time\":\"2026-";
        Files.writeString(file, last, StandardOpenOption.APPEND);
        assertThat(leaksReported(file)).isEqualTo(whole);
    }

    private static int leaksReported(Path file) throws Exception {
        Ended cli = Cli.on(Jdk.own()).run("report", file, "--format", "json");
        assertThat(cli.exitCode()).as(cli.everything()).isZero();
        return cli.json().path("totals").path("leak").asInt();
    }

    private static void send(String signal, long pid) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }
}

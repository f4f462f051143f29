package io.github.tlsleak.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stack ends, or the heap is full, at every point of the hooks: for real, where {@link
 * InjectedFaultsIT} throws errors. The program notices nothing, nobody is accused, nothing is kept,
 * and leaks are reported afterwards.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class RealShortageIT {

    private static final boolean ALL = System.getProperty("tlsleak.faults", "").equals("all");

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void stackEndsInTheInterpreter(Jdk jdk) throws Exception {
        List<String> out = play(new AgentJvm(jdk).jvm("-Xint"), "EndOfStack", "256");
        assertThat(out).contains("OVERFLOWS true");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void stackEndsInCompiledCode(Jdk jdk) throws Exception {
        List<String> out = play(new AgentJvm(jdk), "EndOfStack", "512");
        assertThat(out).contains("OVERFLOWS true");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void heapIsFull(Jdk jdk) throws Exception {
        AgentJvm jvm = new AgentJvm(jdk).jvm("-Xmx24m");
        List<String> out =
                ALL ? play(jvm, "EndOfHeap", "4096", "16") : play(jvm, "EndOfHeap", "1024", "128");
        assertThat(out).contains("HARMED 0");
    }

    private List<String> play(AgentJvm jvm, String program, String... arguments) throws Exception {
        Path file = directory.resolve("report.jsonl");
        jvm.agentArgs("report=" + file);
        try (Forked app = jvm.start("io.github.tlsleak.apps.faults." + program, arguments)) {
            for (String when : List.of("before", "after")) {
                await("a leak " + when)
                        .atMost(Duration.ofMinutes(ALL ? 20 : 2))
                        .until(() -> leaks(file, when) > 0 || !app.isAlive());
                assertThat(app.isAlive()).as(app.everything()).isTrue();
                app.in().write("\n".getBytes(StandardCharsets.US_ASCII));
                app.in().flush();
            }
            app.release();
            assertThat(app.exitCode(AppRun.LONG)).as(app.everything()).isZero();
            assertThat(app.out())
                    .as(app.everything())
                    .noneMatch(line -> line.matches("HARMED (?!0$).*"));
            Report report = Report.read(file);
            assertThat(report.of("leak"))
                    .as(app.everything())
                    .isNotEmpty()
                    .allMatch(leak -> leak.path("thread").asText().matches("before|after"))
                    .allMatch(leak -> leak.path("verdict").asText().equals("LOST"));
            return app.out();
        }
    }

    private static long leaks(Path file, String thread) throws IOException {
        return Report.read(file).of("leak").stream()
                .filter(leak -> leak.path("thread").asText().equals(thread))
                .count();
    }
}

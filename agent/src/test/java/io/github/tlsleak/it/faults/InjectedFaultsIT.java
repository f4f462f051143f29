package io.github.tlsleak.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An error is thrown inside the agent, at each point that a thread of the program passes, one after
 * another. The program notices nothing, nobody is accused, each error is counted, and leaks are
 * reported afterwards. {@code -Dtlsleak.faults=all} takes every point.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class InjectedFaultsIT {

    private static final String PROGRAM = "io.github.tlsleak.apps.faults.InjectedFaults";

    private static final boolean ALL = System.getProperty("tlsleak.faults", "").equals("all");

    private static final String ROUNDS =
            "closed,dropped,client,server,listener,layered,channel,context,fresh";
    private static final String ERRORS =
            "OutOfMemoryError,StackOverflowError,RuntimeException,LinkageError,Throwable";
    private static final String REAL = "OutOfMemoryError,StackOverflowError";

    private static final Duration MINUTES = Duration.ofMinutes(ALL ? 60 : 5);

    @TempDir static Path shared;

    private static FaultyJar faulty;

    @TempDir Path directory;

    @BeforeAll
    static void weave() throws IOException {
        faulty = FaultyJar.in(shared);
    }

    /** Which points fail, every how many of them, and whether those after one fail, too. */
    static List<Arguments> plans() {
        List<Arguments> plans = new ArrayList<>();
        int deeper = FaultPoints.ALLOCATION | FaultPoints.CALL;
        for (Jdk jdk : Jdk.notThin()) {
            if (ALL) {
                plans.add(arguments(jdk, FaultPoints.HOOK, 1, false, ERRORS));
                plans.add(arguments(jdk, FaultPoints.HOOK, 1, true, ERRORS));
                plans.add(arguments(jdk, FaultPoints.METHOD, 1, false, ERRORS));
                plans.add(arguments(jdk, deeper, 1, false, REAL));
                plans.add(arguments(jdk, deeper | FaultPoints.METHOD, 5, true, REAL));
            } else {
                plans.add(arguments(jdk, FaultPoints.HOOK, 1, false, "OutOfMemoryError"));
                plans.add(arguments(jdk, FaultPoints.HOOK, 11, true, REAL));
                plans.add(arguments(jdk, FaultPoints.METHOD | deeper, 97, false, ERRORS));
            }
        }
        return plans;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPointFailsOnce(Jdk jdk, int kinds, int step, boolean lasting, String errors)
            throws Exception {
        Path file = directory.resolve("report.jsonl");
        String options = "report=" + file + ",stuck=5s,context.churn=1000000,context.live=1000000";
        String[] args = {
            "1.2",
            ROUNDS,
            String.valueOf(kinds),
            String.valueOf(step),
            String.valueOf(lasting),
            errors,
        };
        try (Forked app = faulty.jvm(jdk, options).start(PROGRAM, args)) {
            for (String error : errors.split(",")) {
                app.awaitOut(("AFTER " + error)::equals, MINUTES);
                await("a leak after " + error)
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> leaks(file, "after " + error) > 0);
                app.in().write("\n".getBytes(StandardCharsets.US_ASCII));
                app.in().flush();
            }
            app.awaitOut("DONE"::equals, MINUTES);
            app.release();
            assertThat(app.exitCode(AppRun.LONG)).as(app.everything()).isZero();
            assertThat(app.out()).noneMatch(line -> line.startsWith("HARMED"));
            counted(app, Report.read(file).summary(), lasting);
            if (kinds == FaultPoints.HOOK && step == 1) {
                everyHookHasFailed(app);
            }
        }
        nobodyIsAccused(Report.read(file));
    }

    private static long leaks(Path file, String thread) throws IOException {
        return Report.read(file).of("leak").stream()
                .filter(leak -> leak.path("thread").asText().equals(thread))
                .filter(leak -> leak.path("verdict").asText().equals("LOST"))
                .count();
    }

    private static void nobodyIsAccused(Report report) {
        assertThat(report.lines())
                .as("sessions that were closed in order")
                .noneMatch(line -> line.path("thread").asText().startsWith("healthy"));
        List<JsonNode> leaks = report.of("leak");
        assertThat(leaks).extracting(leak -> leak.path("verdict").asText()).containsOnly("LOST");
        assertThat(leaks)
                .extracting(leak -> leak.path("thread").asText().split(" ")[0])
                .containsOnly("dropped", "after");
    }

    /** The number of errors is what was thrown, and the log says it. */
    private static void counted(Forked app, JsonNode summary, boolean lasting) {
        int thrown =
                app.out().stream()
                        .filter(line -> line.startsWith("ROUND "))
                        .mapToInt(line -> Integer.parseInt(line.split(" ")[4]))
                        .sum();
        assertThat(thrown).as(app.everything()).isPositive();
        int counted = summary.path("agentErrors").asInt();
        // some are dealt with: where one source of stacks fails another one is asked
        assertThat(counted).as(app.everything()).isPositive();
        if (!lasting) {
            assertThat(counted).as(app.everything()).isLessThanOrEqualTo(thrown);
        }
        String first = summary.path("firstError").asText();
        assertThat(first).containsAnyOf("injected", "in a hook", " waits for its hooks");
        assertThat(app.err())
                .as(app.everything())
                .anyMatch(line -> line.matches(".* errors? of the agent, first: .*"));
    }

    /** Each static method of the hooks classes that woven code calls has failed. */
    private static void everyHookHasFailed(Forked app) throws InterruptedException {
        String line = app.awaitOut(l -> l.startsWith("FAILED IN "), AppRun.LONG);
        Set<String> failed = new TreeSet<>(Arrays.asList(line.split(" ")));
        assertThat(failed)
                .contains(
                        "TlsLeakHooks.created",
                        "TlsLeakHooks.enter",
                        "TlsLeakHooks.exit",
                        "TlsLeakHooks.event",
                        "TlsLeakHooks.active",
                        "TlsLeakHooks.alertWritten",
                        "TlsLeakChannelHooks.wrapped",
                        "TlsLeakChannelHooks.writing",
                        "TlsLeakChannelHooks.moved",
                        "TlsLeakFrames.ofThread",
                        "TlsLeakFrames.leave");
    }
}

package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Options of a running agent are changed. The reply shows the old and the new value. The new value
 * is in force from then on.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class SetIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("sample=0", "sample"),
                arguments("stack.dept=3", "stack.depth"),
                arguments("strict=true", "strict"),
                arguments("threshold=60", "60s"),
                arguments("log=stdot", "stdout"),
                arguments("report=/dev/null/%p", "/dev/null is not a directory"),
                arguments("sample", "sample"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whatIsSetIsInForce(Jdk jdk) throws Exception {
        Path first = directory.resolve("first.jsonl");
        Path second = directory.resolve("second.jsonl");
        Path log = directory.resolve("agent.log");
        try (TlsServiceJvm target = TlsServiceJvm.premain(jdk, "report=" + first)) {
            target.leak(1, first, 2);
            assertThat(set(jdk, target, "stack.depth=0")).contains("64", "0");
            assertThat(set(jdk, target, "report=" + second))
                    .contains(first.toString(), second.toString());
            assertThat(set(jdk, target, "log=" + log)).contains("stderr", log.toString());
            Report changed = target.leak(1, second, 2);
            assertThat(changed.of("site")).allMatch(site -> site.path("stack").isEmpty());
            assertThat(Report.read(first).numberOfFindings()).isEqualTo(2);
            assertThat(Files.readString(log)).contains("LOST");
            assertThat(set(jdk, target, "threshold=1s")).contains("off", "1s");
            await("idle for longer than the threshold")
                    .atMost(SOON)
                    .until(() -> !Report.read(second).of("open").isEmpty());
            assertThat(status(jdk, target)).containsPattern("stack\\.depth.*0");
            // the program's own answers follow on the same stream
            assertThat(set(jdk, target, "report=-")).contains(second + " -> -");
            assertThat(set(jdk, target, "report=off")).contains("- -> off");
            assertThat(target.endsWell().out())
                    .anyMatch(line -> line.startsWith("{\"type\":\"meta\""))
                    .anyMatch(line -> line.startsWith("{\"type\":\"summary\""));
        }
        assertThat(Report.read(second).summary().path("agentErrors").asInt()).isZero();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void disabledFollowsNothingNew(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.premain(jdk, "report=" + report)) {
            target.leak(1, report, 2);
            assertThat(set(jdk, target, "enabled=false")).contains("true", "false");
            target.ask("leak 2");
            target.ask("leak 2 engine");
            target.ask("gc");
            assertThat(set(jdk, target, "enabled=true")).contains("false", "true");
            target.leak(1, report, 4);
            target.endsWell();
        }
        assertThat(Report.read(report).numberOfFindings()).isEqualTo(4);
        assertThat(Report.read(report).summary().path("agentErrors").asInt()).isZero();
    }

    /** The agent is the only one that asks the quiet JVM for a collection. */
    @Test
    void intervalOfCollectionsIsInForceAtOnce() throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.premain(Jdk.own(), "report=" + report)) {
            target.ask("leak 2 engine");
            assertThat(set(Jdk.own(), target, "gc.interval=1s")).contains("off", "1s");
            await().atMost(SOON).until(() -> Report.read(report).numberOfFindings() >= 2);
            target.endsWell();
        }
    }

    @Test
    void sampleIsInForceAtOnce() throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.quiet(Jdk.own())) {
            Cli.on(Jdk.own()).run("attach", target.pid(), "report=" + report);
            assertThat(set(Jdk.own(), target, "sample=20")).contains("1", "20");
            target.ask("leak 100 engine");
            Report some = target.collected(report, 1);
            assertThat(some.numberOfFindings()).isLessThan(50);
            target.endsWell();
        }
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongValueChangesNothing(String option, String hint) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.premain(Jdk.own(), "")) {
            String before = options(status(Jdk.own(), target));
            // a correct option beside the wrong one is not in force either
            Ended cli = Cli.on(Jdk.own()).run("set", target.pid(), "gc.interval=7s", option);
            assertThat(cli.exitCode()).as(cli.everything()).isEqualTo(2);
            assertThat(cli.out()).isEmpty();
            assertThat(cli.err().get(0)).as(cli.everything()).contains(hint);
            assertThat(options(status(Jdk.own(), target))).isEqualTo(before);
            target.endsWell();
        }
    }

    private static String options(String status) {
        return String.join(
                "\n", status.lines().filter(line -> line.matches(".*\\w=\\w.*")).toList());
    }

    private static String set(Jdk jdk, TlsServiceJvm target, String option) throws Exception {
        return run(Cli.on(jdk).run("set", target.pid(), option));
    }

    private static String status(Jdk jdk, TlsServiceJvm target) throws Exception {
        return run(Cli.on(jdk).run("status", target.pid()));
    }

    private static String run(Ended cli) {
        assertThat(cli.exitCode()).as(cli.everything()).isZero();
        return String.join("\n", cli.out());
    }
}

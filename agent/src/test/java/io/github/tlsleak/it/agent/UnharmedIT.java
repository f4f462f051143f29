package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that end badly or behave oddly do the same with the agent as without it. */
class UnharmedIT {

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    static List<Arguments> endings() {
        List<Arguments> endings = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            endings.add(arguments(jdk, "exit", 3));
            endings.add(arguments(jdk, "halt", 4));
            endings.add(arguments(jdk, "throw", 1));
        }
        return endings;
    }

    @ParameterizedTest
    @MethodSource("endings")
    void badEndIsAsWithout(Jdk jdk, String how, int code) throws Exception {
        Ended with = same(() -> run(jdk), "bad.EndsBadly", how);
        assertThat(with.exitCode()).isEqualTo(code);
        assertThat(with.out()).containsExactly("ENDING BY " + how);
        assertThat(with.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void programThatEndsAtOnceIsAsWithout(Jdk jdk) throws Exception {
        for (String program : List.of("bad.ExitsAtOnce", "bad.EndsWithoutTls")) {
            Ended with = same(() -> run(jdk), program);
            assertThat(with.warnings()).as(with.everything()).isEmpty();
            assertThat(with.report().summary().path("agentErrors").asInt()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void throwingConstructorIsAsWithout(Jdk jdk) throws Exception {
        Ended with = same(() -> run(jdk), "bad.ThrowingConstructor", "127.0.0.1", "0", "1.2");
        assertThat(with.warnings()).as(with.everything()).isEmpty();
        assertThat(with.report().findings()).isEmpty();
        assertThat(with.report().summary().path("agentErrors").asInt()).isZero();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void replacedSystemErrDoesNotHideTheLog(Jdk jdk) throws Exception {
        Ended ended =
                run(jdk).untilErr(".*leak #1 .*")
                        .runWithPeer("bad.ReplacesSystemErr", "await", "1.3");
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out()).containsExactly("DONE");
        assertThat(ended.warnings()).isEmpty();
        assertThat(ended.otherErr()).isEmpty();
        assertThat(ended.log()).anyMatch(line -> line.contains("leak #1 "));
        assertThat(ended.log()).anyMatch(line -> line.contains("summary: 1 session"));
    }

    @Test
    void killedProgramLeavesWholeLines() throws Exception {
        Path file = directory.resolve("report.jsonl");
        AppRun run = run(Jdk.own()).untilReported(100);
        try (Forked app = run.start("volume.SomeLeaks", "127.0.0.1", "0", "1.2", "100")) {
            run.awaitSeen(app);
            app.close();
            assertThat(app.exitCode(AppRun.LONG)).as("SIGKILL").isEqualTo(128 + 9);
        }
        assertThat(Files.readString(file)).endsWith("\n");
        Report report = Report.read(file);
        assertThat(report.lines().get(0).path("type").asText()).isEqualTo("meta");
        assertThat(report.of("leak")).hasSize(100);
        assertThat(report.of("summary")).isEmpty();
    }

    /**
     * Runs a program with the agent and without, and compares all output that is not the agent's.
     */
    private static Ended same(Supplier<AppRun> run, String program, String... args)
            throws Exception {
        Ended with = run.get().run(program, args);
        Ended without = run.get().withoutAgent().run(program, args);
        assertThat(with.exitCode()).as(with.everything()).isEqualTo(without.exitCode());
        assertThat(with.out()).isEqualTo(without.out());
        assertThat(with.otherErr()).isEqualTo(without.err());
        return with;
    }

    private AppRun run(Jdk jdk) {
        return new AppRun(jdk, directory);
    }
}

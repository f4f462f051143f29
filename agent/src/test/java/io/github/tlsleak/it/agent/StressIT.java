package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 64 threads open, close, misuse and forget sessions. Meanwhile agents come and go, memory runs out
 * and stacks end. No session that was closed in order ever gets another verdict. In quiet phases
 * each of the other sessions is reported. {@code -Dtlsleak.stress=60} runs for a minute; without it
 * nothing runs.
 */
@Execution(ExecutionMode.CONCURRENT)
class StressIT {

    private static final int FIRST_THAT_WARNS_OF_ATTACH = 21;
    private static final int PARTS = 4;

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    /** The default run has to be short. */
    @BeforeAll
    static void onlyIfAskedFor() {
        String given = System.getProperty("tlsleak.stress", "");
        assumeTrue(!given.isBlank(), "asked for by -Dtlsleak.stress=SECONDS");
    }

    private static long partMillis() {
        String given = System.getProperty("tlsleak.stress", "");
        return Long.parseLong(given) * 1000 / PARTS;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void agentsThatComeAndGoAccuseNobody(Jdk jdk) throws Exception {
        AgentJvm jvm = new AgentJvm(jdk).withoutAgent();
        if (jdk.major() >= FIRST_THAT_WARNS_OF_ATTACH) {
            jvm.jvm("-XX:+EnableDynamicAgentLoading");
        }
        try (StressProgram program = new StressProgram(jdk, jvm, directory)) {
            inPeace(jdk, program, directory.resolve("first.jsonl"));
            CompletableFuture<String> playing = playing(program, 2 * partMillis());
            List<Path> reports = new ArrayList<>();
            do {
                reports.add(directory.resolve("round-" + reports.size() + ".jsonl"));
                round(jdk, program.pid(), reports.get(reports.size() - 1));
            } while (!playing.isDone());
            assertThat(playing.get()).as("thrown").isEmpty();
            assertThat(program.collect()).as("sessions in trouble").isZero();
            for (Path report : reports) {
                program.nothingWrong(report);
                noErrors(report);
            }
            inPeace(jdk, program, directory.resolve("last.jsonl"));
            program.endsWell();
        }
    }

    private static CompletableFuture<String> playing(StressProgram program, long millis) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return program.play(millis, "");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static void inPeace(Jdk jdk, StressProgram program, Path report) throws Exception {
        ask(jdk, "attach", program.pid(), "report=" + report);
        program.playExactly(partMillis(), report);
        ask(jdk, "detach", program.pid());
        noErrors(report);
    }

    private static void round(Jdk jdk, long pid, Path report) throws Exception {
        ask(jdk, "attach", pid, "log=off", "report=" + report);
        ask(jdk, "dump", pid, "--gc");
        ask(jdk, "set", pid, "stack.depth=16");
        ask(jdk, "detach", pid);
    }

    private static void ask(Jdk jdk, Object... words) throws Exception {
        Ended cli = Cli.on(jdk).run(words);
        assertThat(cli.exitCode()).as(cli.everything()).isZero();
    }

    private static void noErrors(Path report) throws Exception {
        JsonNode summary = Report.read(report).summary();
        assertThat(summary.path("agentErrors").asInt()).as(summary.toString()).isZero();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void memoryThatRunsOutAccusesNobody(Jdk jdk) throws Exception {
        throughTrouble(jdk, " hog", "filled [1-9].*");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void stacksThatEndAccuseNobody(Jdk jdk) throws Exception {
        throughTrouble(jdk, " deep", ".+");
    }

    /**
     * Three phases: quiet, trouble, quiet. The server is another JVM, which has neither trouble nor
     * agent.
     */
    private void throughTrouble(Jdk jdk, String how, String trouble) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (Forked server = new AgentJvm(jdk).withoutAgent().start(StressProgram.NAME, "0", "0")) {
            String listening = server.awaitOut(l -> l.startsWith("LISTENING "), AppRun.LONG);
            // a log of its own: the JVM tears lines on stderr
            String args = "report=" + report + ",log=" + directory.resolve("log");
            AgentJvm jvm = new AgentJvm(jdk).agentArgs(args).jvm("-Xmx48m");
            String port = listening.substring("LISTENING ".length());
            try (StressProgram program = new StressProgram(jdk, jvm, directory, port)) {
                program.playExactly(partMillis(), report);
                assertThat(program.play(2 * partMillis(), how)).as("trouble").matches(trouble);
                program.collect();
                program.playExactly(partMillis(), report);
                program.endsWell();
                program.nothingWrong(report);
            }
        }
        assertThat(Files.readString(report)).endsWith("\n");
    }
}

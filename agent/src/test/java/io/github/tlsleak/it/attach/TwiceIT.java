package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jars;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The agent is given twice, in every way that happens. The program behaves as without it. The
 * second agent prints one line and does nothing.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class TwiceIT {

    private static final String JAR = AgentJvm.JAR.toAbsolutePath().toString();

    private static final List<String> WITHOUT_ANY_AGENT =
            List.of("socket closed", "work 9", "engine closed", "socket dropped", "DONE");

    @TempDir static Path directory;

    /**
     * One way to give the agent twice.
     *
     * @param name in words
     * @param tool in JAVA_TOOL_OPTIONS, which the JVM reads first; or empty
     * @param line on the command line
     * @param reports whether the first one writes a report
     */
    private record Case(String name, String tool, List<String> line, boolean reports) {}

    @TestFactory
    Stream<DynamicTest> twice() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.notThin()) {
            Path place = Files.createTempDirectory(directory, "twice");
            Path copy = Jars.copy(place.resolve("copy.jar"));
            for (Case each : cases(copy.toString(), place)) {
                tests.add(dynamicTest(each.name() + " on " + jdk, () -> check(jdk, each, place)));
            }
        }
        return tests.stream();
    }

    private static List<Case> cases(String copy, Path place) {
        String one = "=stack.depth=32,report=" + place.resolve("one.jsonl");
        String two = "=stack.depth=16,report=" + place.resolve("two.jsonl");
        List<Case> cases = new ArrayList<>();
        cases.add(of("same jar", "", JAR, JAR));
        cases.add(of("JAVA_TOOL_OPTIONS and command line", JAR, JAR));
        cases.add(of("options on both", "", JAR + one, JAR + two));
        cases.add(of("copy, options on the second", "", JAR, copy + two));
        if (Jdk.areGiven()) {
            cases.add(of("copy", "", JAR, copy));
            cases.add(of("options on the first", "", JAR + one, JAR));
            cases.add(of("JAVA_TOOL_OPTIONS and a copy, options on both", JAR + one, copy + two));
        }
        return cases;
    }

    private static Case of(String name, String tool, String... line) {
        String first = tool.isEmpty() ? line[0] : tool;
        List<String> agents = Stream.of(line).map(agent -> "-javaagent:" + agent).toList();
        String option = tool.isEmpty() ? "" : "-javaagent:" + tool;
        return new Case(name, option, agents, first.contains("report="));
    }

    private static void check(Jdk jdk, Case given, Path place) throws Exception {
        Files.deleteIfExists(place.resolve("one.jsonl"));
        Ended with = run(jdk, given.tool(), given.line());
        assertThat(with.exitCode()).as(with.everything()).isZero();
        assertThat(with.out()).as(with.everything()).isEqualTo(WITHOUT_ANY_AGENT);
        assertThat(with.otherErr())
                .as(with.everything())
                .allMatch(line -> line.startsWith("Picked up JAVA_TOOL_OPTIONS"));
        List<String> told = with.log().stream().filter(l -> l.startsWith("[tlsleak] ")).toList();
        assertThat(told).as(with.everything()).hasSize(3);
        assertThat(told.get(0)).as("of the second one").matches(".* (WARN|INFO) .*already.*");
        assertThat(told.get(1)).contains("WARN leak #1 ");
        assertThat(told.get(2)).contains("summary: 3 sessions, 2 closed, 0 open; 1 leak");
        assertThat(place.resolve("two.jsonl")).doesNotExist();
        if (given.reports()) {
            JsonNode summary = Report.read(place.resolve("one.jsonl")).summary();
            assertThat(summary.path("created").asInt()).isEqualTo(3);
            assertThat(summary.path("agentErrors").asInt()).isZero();
        }
    }

    private static Ended run(Jdk jdk, String tool, List<String> agents) throws Exception {
        AppRun run = new AppRun(jdk, Path.of("")).withoutAgent();
        if (!tool.isEmpty()) {
            run.environment("JAVA_TOOL_OPTIONS", tool);
        }
        return run.jvm(agents.toArray(new String[0]))
                .runWithPeer("others.RoundTrips", "await", "1.2");
    }
}

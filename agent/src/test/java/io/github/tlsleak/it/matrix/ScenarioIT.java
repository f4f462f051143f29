package io.github.tlsleak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every scenario of test-apps, with each TLS version and JDK, in a JVM of its own. The agent's
 * findings and what the peer received must be exactly those of the program's header.
 */
@Execution(ExecutionMode.CONCURRENT)
class ScenarioIT {

    private static final ScenarioTable TABLE = new ScenarioTable();

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        List<DynamicTest> waiting = new ArrayList<>();
        Set<Set<String>> results = new HashSet<>();
        for (Path source : sources()) {
            Scenario scenario = Scenario.parse(Files.readString(source));
            if (scenario.lines().stream().anyMatch(l -> l.key().startsWith("expect"))
                    && (isAllPlayed() || runsHere(scenario) && results.add(result(scenario)))) {
                add(waits(scenario) ? waiting : tests, source, scenario);
            }
        }
        tests.addAll(waiting);
        return tests.stream();
    }

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.write(Path.of("target", "scenarios.md"));
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/main/java11")) {
            try (Stream<Path> files = Files.walk(AgentJvm.SCENARIOS.resolve(root))) {
                files.filter(f -> f.toString().endsWith(".java"))
                        .filter(f -> f.toString().contains(System.getProperty("tlsleak.only", "")))
                        .forEach(sources::add);
            }
        }
        return sources.stream().sorted().toList();
    }

    /**
     * The default run has to be short: of the scenarios with the same result it plays the first.
     */
    private static boolean isAllPlayed() {
        return Jdk.areGiven() || !System.getProperty("tlsleak.only", "").isEmpty();
    }

    private static boolean runsHere(Scenario scenario) {
        return scenario.runsOn(Jdk.own().major());
    }

    /** The kinds of findings that a scenario expects. */
    private static Set<String> result(Scenario scenario) {
        String newest = scenario.tls().get(scenario.tls().size() - 1);
        return scenario.expect(Jdk.own().major(), newest).stream()
                .map(found -> found.verdict() + ' ' + found.severity() + ' ' + found.resource())
                .collect(Collectors.toSet());
    }

    private static void add(List<DynamicTest> tests, Path source, Scenario scenario) {
        String type = source.toString().replaceAll(".*/java(11)?/|\\.java$", "").replace('/', '.');
        String name = type.replaceAll(".*\\.apps\\.", "");
        for (Jdk jdk : PlayedOn.of(scenario, name, Jdk.all())) {
            for (String tls : versions(scenario, jdk, name)) {
                ScenarioRun run = new ScenarioRun(scenario, type, jdk, tls);
                String title = name + " TLS " + tls + " on " + jdk;
                Executable play = () -> check(run, name);
                tests.add(waits(scenario) ? Waiting.test(title, play) : dynamicTest(title, play));
            }
        }
    }

    /**
     * All TLS versions that the scenario names. The default run and that of CI have to be short, so
     * they play only few scenarios with both.
     */
    private static List<String> versions(Scenario scenario, Jdk jdk, String name) {
        List<String> all = List.copyOf(scenario.tls());
        boolean few = jdk.isThin() || !Jdk.isWholeRun() && !name.startsWith("socket.");
        return few ? all.subList(all.size() - 1, all.size()) : all;
    }

    /** Whether the program mostly waits until its sessions have been stuck for long enough. */
    private static boolean waits(Scenario scenario) {
        return scenario.options().contains("stuck=");
    }

    private static void check(ScenarioRun run, String name) throws Exception {
        try (run) {
            run.perform();
            TABLE.add(name, run, "FAILED");
            Scenario scenario = run.scenario();
            int jdk = run.jdk().major();
            assertThat(run.exitCode()).as("exit code" + run.output()).isZero();
            if (!scenario.saw(jdk, run.tls()).isEmpty()) {
                assertThat(run.saw())
                        .as("what the peer received" + run.output())
                        .containsExactlyInAnyOrderElementsOf(scenario.saw(jdk, run.tls()));
            }
            compare(run, scenario);
            assertThat(run.report().summary().path("agentErrors").asInt())
                    .as("errors of the agent" + run.output())
                    .isZero();
            assertThat(run.strayOutput()).as("complaints on stderr").isEmpty();
            TABLE.add(name, run, Findings.inWords(run.report().findings()));
        }
    }

    private static void compare(ScenarioRun run, Scenario scenario) {
        int jdk = run.jdk().major();
        List<Scenario.Expected> expected = scenario.expect(jdk, run.tls());
        List<Scenario.Expected> found = Findings.comparable(run.report().findings(), expected);
        scenario.atMost(jdk, run.tls())
                .ifPresent(severity -> found.removeIf(f -> f.severity().equals(severity)));
        assertThat(found).as("what was reported" + run.output()).isEqualTo(expected);
        JsonNode summary = run.report().summary();
        scenario.counts(jdk, run.tls())
                .forEach(
                        (verdict, number) ->
                                assertThat(Findings.count(summary, verdict))
                                        .as(verdict + " in " + summary)
                                        .isEqualTo(number));
        List<String> over = scenario.over(jdk, run.tls());
        if (!over.isEmpty()) {
            assertThat(run.report().of("reclosed"))
                    .as("what was over after all" + run.output())
                    .extracting(line -> line.path("verdict").asText())
                    .containsExactlyInAnyOrderElementsOf(over);
        }
        List<JsonNode> leaks = run.report().of("leak");
        assertThat(leaks)
                .filteredOn(leak -> leak.path("verdict").asText().equals("STUCK"))
                .as("who does not answer")
                .allMatch(leak -> leak.path("peerHost").asText().equals("127.0.0.1"));
        scenario.reportedClass()
                .ifPresent(type -> assertThat(leaks).allMatch(l -> type.equals(outermost(l))));
        scenario.sites()
                .ifPresent(
                        sites ->
                                assertThat(leaks.stream().map(l -> l.path("site")).distinct())
                                        .hasSize(sites));
    }

    private static String outermost(JsonNode leak) {
        return leak.path("wrapper").asText(leak.path("class").asText());
    }
}

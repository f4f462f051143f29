package io.github.tlsleak.it.matrix;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Libraries misused. Every mistake of {@code test-apps/misuse} must be reported as its header says,
 * with the frame of the application that made it. Nothing else may be reported.
 */
@Execution(ExecutionMode.CONCURRENT)
class MisuseIT {

    private static final MisuseTable TABLE = new MisuseTable();

    @TestFactory
    Stream<DynamicTest> misuse() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            Map<String, List<Misuse>> byOptions =
                    Misuse.all(jdk).stream()
                            .collect(
                                    Collectors.groupingBy(
                                            m -> m.text().options(),
                                            TreeMap::new,
                                            Collectors.toList()));
            byOptions.forEach(
                    (options, mistakes) ->
                            tests.add(
                                    dynamicTest(
                                            "on " + jdk + " " + options,
                                            () -> check(new MisuseRun(jdk, options, mistakes)))));
        }
        return tests.stream();
    }

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.write(Path.of("target", "misuse.md"));
    }

    private static void check(MisuseRun run) throws Exception {
        SoftAssertions soft = new SoftAssertions();
        try (run) {
            run.perform();
            List<String> text =
                    Cli.on(Jdk.own()).run("report", run.file(), "--all", "--full").out();
            for (Misuse mistake : run.mistakes()) {
                check(run, mistake, String.join("\n", text), soft);
            }
            Report report = run.report();
            soft.assertThat(report.summary().path("agentErrors").asInt()).as("errors").isZero();
            soft.assertThat(report.numberOfFindings())
                    .as("nothing but what is expected")
                    .isEqualTo(run.expected());
            if (!soft.wasSuccess()) {
                soft.fail(run.output());
            }
        }
        soft.assertAll();
    }

    /** The header gives only the number of known behaviours. */
    private static boolean isKnown(Report found) {
        List<JsonNode> leaks = found.of("leak");
        return !leaks.isEmpty() && leaks.stream().allMatch(leak -> leak.has("known"));
    }

    private static void check(MisuseRun run, Misuse mistake, String text, SoftAssertions soft) {
        Report found = run.report().by(mistake.reportedClass());
        List<Scenario.Expected> expected = mistake.expect(run.jdk());
        soft.assertThat(Findings.comparable(found.findings(), expected))
                .as(mistake.name())
                .isEqualTo(expected);
        List<JsonNode> sites = found.of("site");
        int wanted = mistake.text().sites().orElse(sites.size());
        soft.assertThat(sites).as(mistake.name() + ": sites").hasSize(wanted);
        for (JsonNode site : sites) {
            String frame = site.path("frame").asText();
            String owner = site.path("owner").asText();
            if (mistake.isOnStack()) {
                soft.assertThat(frame).as(mistake.name()).startsWith(mistake.className() + ".");
                soft.assertThat(owner).as(mistake.name() + ": owner").isEqualTo("application");
                if (!isKnown(found)) {
                    soft.assertThat(text).as(mistake.name() + ": report").contains(frame);
                }
            } else {
                soft.assertThat(owner).as(mistake.name() + ": owner").isEqualTo("library");
            }
        }
        List<String> saw = mistake.saw(run.jdk());
        if (!saw.isEmpty()) {
            soft.assertThat(run.saw(mistake)).as(mistake.name() + ": peer").isEqualTo(saw);
        }
        TABLE.add(run, mistake, found);
    }
}

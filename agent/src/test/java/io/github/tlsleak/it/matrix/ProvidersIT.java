package io.github.tlsleak.it.matrix;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every situation of {@code test-apps/providers} over every provider. The agent's findings and what
 * the peer received must be those of the situation's header.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class ProvidersIT {

    private static final ProviderTable TABLE = new ProviderTable(ProviderVariant.all());

    /**
     * Libraries make objects only to read their settings. Unused objects are counted and not
     * reported.
     */
    private static final List<String> BY_LIBRARIES = List.of("UNUSED", "OPEN");

    @TestFactory
    Stream<DynamicTest> providers() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            for (ProviderVariant variant : ProviderVariant.all()) {
                for (String tls : variant.tls(jdk)) {
                    ProviderRun run = new ProviderRun(variant, jdk, tls);
                    tests.add(
                            dynamicTest(variant + " TLS " + tls + " on " + jdk, () -> check(run)));
                }
            }
        }
        return tests.stream();
    }

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.write(Path.of("target", "providers.md"));
    }

    private static void check(ProviderRun run) throws Exception {
        String missing = run.variant().missing();
        assumeThat(missing).as("%s: %s", run.variant(), missing).isEmpty();
        SoftAssertions soft = new SoftAssertions();
        try (run) {
            run.perform();
            for (ProviderScenario scenario : run.scenarios()) {
                check(run, scenario, soft);
            }
            JsonNode summary = run.report().summary();
            Map<String, Integer> expected = run.counts();
            expected.keySet().removeAll(BY_LIBRARIES);
            soft.assertThat(counted(summary)).as("counts").isEqualTo(expected);
            soft.assertThat(summary.path("agentErrors").asInt()).as("errors").isZero();
            String notExact = run.variant().notExact();
            soft.assertThat(run.output().contains("not exact: "))
                    .as("limits")
                    .isEqualTo(!notExact.isEmpty());
            soft.assertThat(run.output())
                    .contains(notExact.isEmpty() ? "" : "not exact: " + notExact);
            if (!soft.wasSuccess()) {
                soft.fail(run.output());
            }
        }
        soft.assertAll();
    }

    private static void check(ProviderRun run, ProviderScenario scenario, SoftAssertions soft) {
        int jdk = run.jdk().major();
        List<String> saw = scenario.text().saw(jdk, run.tls());
        if (!saw.isEmpty()) {
            soft.assertThat(run.saw(scenario)).as(scenario.name() + ": peer").isEqualTo(saw);
        }
        List<Scenario.Expected> expected = scenario.text().expect(jdk, run.tls());
        List<Scenario.Expected> found = run.report().by(scenario.className()).findings();
        soft.assertThat(Findings.comparable(found, expected))
                .as(scenario.name())
                .isEqualTo(expected);
        TABLE.add(run, scenario, Findings.inWords(found) + "; " + run.saw(scenario));
    }

    private static Map<String, Integer> counted(JsonNode summary) {
        Map<String, Integer> counts = Findings.counts(summary);
        counts.keySet().removeAll(BY_LIBRARIES);
        return counts;
    }
}

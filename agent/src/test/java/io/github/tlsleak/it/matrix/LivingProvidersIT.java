package io.github.tlsleak.it.matrix;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.TcpStates;
import io.github.tlsleak.it.harness.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every situation of {@code test-apps/providers} whose sessions stay reachable, over every provider
 * in its newest release, with its newest TLS version. The agent's findings, what the peer received
 * and the states of the operating system must be those of the situation's header.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class LivingProvidersIT {

    private static final LivingTable TABLE = new LivingTable(variants());

    /** Older releases, too, where the option that takes part of the providers names them. */
    private static List<ProviderVariant> variants() {
        boolean older = System.getProperty("tlsleak.only", "").endsWith("-older");
        return ProviderVariant.all().stream()
                .filter(v -> older || !v.name().endsWith("-older"))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> providers() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.notThin()) {
            for (ProviderVariant variant : variants()) {
                List<String> tls = variant.tls(jdk);
                if (!tls.isEmpty()) {
                    LivingRun run = new LivingRun(variant, jdk, tls.get(tls.size() - 1));
                    tests.add(Waiting.test(variant + " on " + jdk, () -> check(run)));
                }
            }
        }
        return tests.stream();
    }

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.write(Path.of("target", "living.md"));
    }

    private static void check(LivingRun run) throws Exception {
        String missing = run.variant().missing();
        assumeThat(missing).as("%s: %s", run.variant(), missing).isEmpty();
        assumeThat(TcpStates.areKnown()).as("states of connections: Linux alone").isTrue();
        SoftAssertions soft = new SoftAssertions();
        try (run) {
            run.perform();
            int findings = 0;
            for (ProviderScenario scenario : run.scenarios()) {
                findings += check(run, scenario, soft);
            }
            soft.assertThat(run.report().numberOfFindings())
                    .as("findings that belong to no situation, beside those that do")
                    .isEqualTo(findings);
            soft.assertThat(run.report().summary().path("agentErrors").asInt())
                    .as("errors")
                    .isZero();
            if (!soft.wasSuccess()) {
                soft.fail(run.output());
            }
        }
        soft.assertAll();
    }

    private static int check(LivingRun run, ProviderScenario scenario, SoftAssertions soft) {
        int jdk = run.jdk().major();
        Scenario text = scenario.text();
        List<Scenario.Expected> expected = text.expect(jdk, run.tls());
        List<Scenario.Expected> found = run.report().by(scenario.className()).findings();
        soft.assertThat(Findings.comparable(found, expected))
                .as(scenario.name())
                .isEqualTo(expected);
        List<String> saw = text.saw(jdk, run.tls());
        if (!saw.isEmpty()) {
            soft.assertThat(run.saw(scenario)).as(scenario.name() + ": peer").isEqualTo(saw);
        }
        text.os(jdk, run.tls())
                .ifPresent(
                        state ->
                                soft.assertThat(run.connectionsAlive(scenario))
                                        .as(scenario.name() + ": operating system")
                                        .isEqualTo(state));
        soft.assertThat(run.over(scenario))
                .as(scenario.name() + ": over after all")
                .containsAll(text.over(jdk, run.tls()));
        TABLE.add(run, scenario, found);
        return Findings.number(found.stream());
    }
}

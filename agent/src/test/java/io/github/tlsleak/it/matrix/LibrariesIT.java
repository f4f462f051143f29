package io.github.tlsleak.it.matrix;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Libraries in correct use. The findings must be exactly those that the source in {@code
 * test-apps/libraries} lists for the situation, and the application is responsible for none of
 * them.
 */
@CiOnly
@Tag("bugs")
@Execution(ExecutionMode.CONCURRENT)
class LibrariesIT {

    private static final LibraryTable TABLE = new LibraryTable();

    /** Owners of the known behaviours by id. */
    private static final Map<String, String> KNOWN =
            new KnownBehaviours()
                    .rules().stream()
                            .collect(
                                    Collectors.toMap(
                                            KnownBehaviours.Rule::id, KnownBehaviours.Rule::owner));

    /**
     * In these situations timing decides which side closes first, and so whether a close_notify is
     * missing.
     */
    private static final Pattern RACES = Pattern.compile("(h2-)?(peer-.*|left|stopped)");

    @TestFactory
    Stream<DynamicTest> libraries() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            for (LibraryVariant variant : LibraryVariant.all()) {
                LibraryRun run = new LibraryRun(variant, jdk);
                tests.add(dynamicTest(variant + " on " + jdk, () -> check(run)));
            }
        }
        return tests.stream();
    }

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.write(Path.of("target", "libraries.md"));
    }

    private static void check(LibraryRun run) throws Exception {
        SoftAssertions soft = new SoftAssertions();
        try (run) {
            run.perform();
            for (LibraryResult result : run.results()) {
                TABLE.add(run, result);
                check(run, result, soft);
            }
            JsonNode summary = run.report().summary();
            soft.assertThat(summary.path("agentErrors").asInt()).as("errors").isZero();
            if (!soft.wasSuccess()) {
                soft.fail(run.output());
            }
        }
        soft.assertAll();
    }

    private static void check(LibraryRun run, LibraryResult result, SoftAssertions soft) {
        Scenario text =
                LibraryText.of(result.library()).of(result.situation(), run.variant().name());
        int jdk = run.jdk().major();
        soft.assertThat(result.problem()).as(result.name()).isEmpty();
        soft.assertThat(result.open()).as(result.name() + ": open").isZero();
        List<Scenario.Expected> expected = text.expect(jdk, run.tls());
        List<Scenario.Expected> found = new ArrayList<>(result.report().findings());
        text.atMost(jdk, run.tls())
                .ifPresent(severity -> found.removeIf(f -> f.severity().equals(severity)));
        if (RACES.matcher(result.situation()).matches()) {
            found.removeIf(f -> f.severity().equals("notice"));
        }
        soft.assertThat(Findings.comparable(found, expected)).as(result.name()).isEqualTo(expected);
        for (JsonNode leak : result.report().of("leak")) {
            checkNotice(run, result, leak, soft);
        }
        soft.assertThat(LibraryResult.lacksSession(result.situation(), result.counts()))
                .as(result.name() + ": no session followed")
                .isFalse();
    }

    /**
     * Every finding must be a known behaviour. The application's code may call a client; the code
     * that ends a server's sessions must be the library's or the JDK's.
     */
    private static void checkNotice(
            LibraryRun run, LibraryResult result, JsonNode leak, SoftAssertions soft) {
        String name = result.name();
        soft.assertThat(leak.path("severity").asText())
                .as("%s: %s", name, leak)
                .isEqualTo("notice");
        soft.assertThat(leak.path("role").asText()).as(name + ": role").isEqualTo(result.role());
        soft.assertThat(KNOWN.get(leak.path("known").asText()))
                .as(name + ": owner of what is known")
                .isEqualTo(run.variant().owner());
        soft.assertThat(leak.path("owner").asText())
                .as(name + ": owner")
                .isEqualTo(run.variant().owner());
        if (result.role().equals("server")) {
            soft.assertThat(result.owner(leak)).as(name + ": owner").isIn("library", "jdk");
        }
    }
}

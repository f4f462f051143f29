package io.github.tlsleak.it.matrix;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.Waiting;
import io.github.tlsleak.it.peer.PeerConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Leaks that released libraries had. On the last release with the leak, the agent must report it
 * with the frame that opened the connection. On the release that fixed it, or with the setting that
 * avoids it, the agent must report nothing.
 */
@CiOnly
@Tag("bugs")
@Execution(ExecutionMode.CONCURRENT)
class RealBugsIT {

    /**
     * Verdicts on sessions that are closed: by a finalizer, or by the program, which forgot native
     * memory, closed too often or keeps TLS sessions.
     */
    private static final String CLOSED = "RESCUED|NATIVE|SESSION_CHURN|CACHE_HOARD";

    private static final BugTable TABLE = new BugTable();

    @TestFactory
    Stream<DynamicTest> bugs() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        List<DynamicTest> waiting = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            for (RealBug bug : RealBug.all()) {
                String name = bug + " on " + jdk;
                if (!bug.isOfAgent()) {
                    continue;
                }
                if (bug.needsTime()) {
                    waiting.add(Waiting.test(name, () -> check(bug, jdk)));
                } else {
                    tests.add(dynamicTest(name, () -> check(bug, jdk)));
                }
            }
        }
        tests.addAll(waiting);
        return tests.stream();
    }

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.write(Path.of("target", "bugs.md"));
    }

    private static void check(RealBug bug, Jdk jdk) throws Exception {
        Assumptions.assumeTrue(bug.runsHere(), bug.fact("os"));
        Assumptions.assumeTrue(bug.text().runsOn(jdk.major()), "the JDK");
        List<Scenario.Expected> expected = bug.text().expect(jdk.major(), "");
        SoftAssertions soft = new SoftAssertions();
        try (BugRun bad = new BugRun(bug, jdk, "bad", expected);
                BugRun good = new BugRun(bug, jdk, "good", List.of())) {
            checkBad(bug, jdk, bad, expected, soft);
            checkGood(bug, jdk, good, soft);
        }
        soft.assertAll();
    }

    private static void checkBad(
            RealBug bug, Jdk jdk, BugRun run, List<Scenario.Expected> expected, SoftAssertions soft)
            throws Exception {
        Report report = run.finish();
        String options = bug.text().options();
        TABLE.add(
                bug,
                "bad",
                jdk,
                Findings.inWords(report.findings())
                        + (options.isEmpty() ? "" : " with `" + options + "`"));
        soft.assertThat(report.findings()).as("leaks").isEqualTo(expected);
        if (!expected.isEmpty()) {
            checkSite(bug, allocationSites(report), soft);
            checkReader(bug, run, soft);
        }
        boolean closed = expected.stream().anyMatch(e -> e.verdict().matches(CLOSED));
        // before 19, finalizers of the JDK also close half-closed sockets
        if (jdk.major() >= 19 && !closed && !expected.isEmpty()) {
            soft.assertThat(run.saw()).as("peer").doesNotContain(PeerConnection.CLOSE_NOTIFY);
        }
        soft.assertThat(errors(report)).as("errors").isZero();
        tellIfFailed(run, soft);
    }

    /** The sites where sessions were made, without those where sessions were closed. */
    private static List<JsonNode> allocationSites(Report report) {
        List<JsonNode> allocated =
                report.lines().stream()
                        .filter(line -> !line.path("type").asText().equals("site"))
                        .map(line -> line.path("site"))
                        .toList();
        return report.of("site").stream()
                .filter(site -> allocated.contains(site.path("site")))
                .toList();
    }

    /**
     * Compares no line numbers and no fingerprint, because both may vary with the compiled code.
     */
    private static void checkSite(RealBug bug, List<JsonNode> sites, SoftAssertions soft) {
        soft.assertThat(sites).as("sites").isNotEmpty();
        String owner = bug.fact("owner");
        for (JsonNode site : sites) {
            soft.assertThat(site.path("owner").asText()).as("owner").isEqualTo(owner);
            soft.assertThat(site.path("stack").toString()).as("stack").contains(bug.fact("frame"));
            soft.assertThat(site.path("frame").asText())
                    .as("responsible frame")
                    .startsWith(owner.equals("library") ? "" : RealBug.PACKAGE);
        }
    }

    /** Who reads the log or the report alone must find the library. */
    private static void checkReader(RealBug bug, BugRun run, SoftAssertions soft) throws Exception {
        String library = bug.fact("reader");
        if (!library.isEmpty()) {
            soft.assertThat(run.log()).as("log").anyMatch(line -> line.contains(library + '.'));
            soft.assertThat(run.text()).as("text").anyMatch(line -> line.contains(library + '.'));
        }
    }

    private static void checkGood(RealBug bug, Jdk jdk, BugRun run, SoftAssertions soft)
            throws Exception {
        Report report = run.finish();
        int closed = Findings.count(report.summary(), "CLOSED");
        TABLE.add(bug, "good", jdk, Findings.inWords(report.findings()) + "; CLOSED x" + closed);
        soft.assertThat(report.findings()).as("leaks where fixed").isEmpty();
        soft.assertThat(closed).as("closed where fixed").isEqualTo(bug.closed(jdk));
        soft.assertThat(run.saw()).as("peer where fixed").isEqualTo(bug.saw(jdk));
        soft.assertThat(errors(report)).as("errors where fixed").isZero();
        tellIfFailed(run, soft);
    }

    private static int errors(Report report) {
        return report.summary().path("agentErrors").asInt(-1);
    }

    private static void tellIfFailed(BugRun run, SoftAssertions soft) {
        if (!soft.wasSuccess()) {
            soft.fail(run.output() + run.saw());
        }
    }
}

package io.github.tlsleak.it.heap;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.matrix.RealBug;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Leaks that released libraries had, in programs without tlsleak. Of the release that leaks, the
 * first group of the command heap must name the field from which the connections were not removed.
 * Of the fixed one, it must hold none.
 */
@CiOnly
@Tag("bugs")
@Execution(ExecutionMode.CONCURRENT)
class HeapBugsIT {

    /** Programs that run at once. */
    private static final Semaphore TWO = new Semaphore(2);

    private static final HeapBugTable TABLE = new HeapBugTable();

    @TestFactory
    Stream<DynamicTest> bugs() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            for (RealBug bug : RealBug.all()) {
                if (!bug.fact("holds").isEmpty()) {
                    tests.add(dynamicTest(bug + " on " + jdk, () -> check(bug, jdk)));
                }
            }
        }
        return tests.stream();
    }

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.write(Path.of("target", "heap-bugs.md"));
    }

    private static void check(RealBug bug, Jdk jdk) throws Exception {
        assumeThat(bug.runsHere()).as(bug.fact("os")).isTrue();
        assumeThat(bug.leaksOn(jdk)).as("the JDK").isTrue();
        TWO.acquire();
        try {
            SoftAssertions soft = new SoftAssertions();
            checkBad(bug, jdk, soft);
            checkGood(bug, jdk, soft);
            soft.assertAll();
        } finally {
            TWO.release();
        }
    }

    private static void checkBad(RealBug bug, Jdk jdk, SoftAssertions soft) throws Exception {
        try (HeapBugRun run = new HeapBugRun(bug, jdk, "bad")) {
            HeapSaid said = run.heapWhenHeld();
            soft.assertThat(said.groups()).as(run.output()).isNotEmpty();
            soft.assertThat(run.holding(said))
                    .as("%s", said)
                    .isGreaterThanOrEqualTo(run.kept() + RealBug.TIMES);
            for (HeapSaid.Group first : said.first()) {
                TABLE.add(bug, first);
                soft.assertThat(first.steps()).as("%s", said).anyMatch(run::isHolder);
                soft.assertThat(first.isHeld()).as("%s", said).isTrue();
            }
        }
    }

    private static void checkGood(RealBug bug, Jdk jdk, SoftAssertions soft) throws Exception {
        try (HeapBugRun run = new HeapBugRun(bug, jdk, "good")) {
            HeapSaid said = run.heapWhenReleased();
            soft.assertThat(run.holding(said))
                    .as("%s where fixed", said)
                    .isLessThanOrEqualTo(run.kept());
        }
    }
}

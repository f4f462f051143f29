package io.github.tlsleak.cli.heap.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.apps.heap.Registered;
import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.heap.dump.TestDumps;
import io.github.tlsleak.cli.report.read.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of several paths the one is told that says why a thing is still there. */
class RegisterPathsTest {

    private static final Map<String, String> PATHS = new TreeMap<>();

    private static boolean isThing(DumpedClass type) {
        return type.name().equals(Registered.class.getName() + "$Thing");
    }

    @BeforeAll
    static void read(@TempDir Path directory) throws Exception {
        try (HeapDump dump = TestDumps.of(Registered.class, directory)) {
            Reachability all =
                    Reachability.of(
                            dump,
                            new Turns(RegisterPathsTest::isThing, type -> false),
                            type -> false,
                            Progress.NONE);
            Paths paths = new Paths(dump, all, List.of());
            for (PathTarget target : all.held()) {
                PATHS.put(target.object().text("how"), paths.to(target.object()).toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"selector and pool", "timer and pool"})
    void aPoolComesBeforeWhatHasItsConnectionsWhileTheyAreOpen(String how) {
        assertThat(PATHS.get(how))
                .startsWith("static " + Registered.class.getName() + ".pool -> [*] ->")
                .endsWith("-> ArrayList[*]");
    }

    @Test
    void whatOnlyTheSelectorHasIsTold() {
        assertThat(PATHS.get("selector")).endsWith("-> SelectionKeyImpl.attachment");
    }

    @Test
    void whatOnlyATimerHasIsTold() {
        assertThat(PATHS.get("timer")).contains("ScheduledFutureTask.").endsWith("Task.thing");
    }

    @Test
    void whatAThingHoldsIsReachedThroughATimersTaskToo() {
        assertThat(PATHS.get("in a task of a thing")).startsWith("static ").contains(".OWNER ->");
    }

    @Test
    void ofTheMethodsThatHoldItTheOutermostIsTold() {
        assertThat(PATHS.get("methods"))
                .matches(
                        "local variable of .*Registered\\.outer\\(Registered\\.java:\\d+\\),"
                                + " thread \"calling\"");
    }
}

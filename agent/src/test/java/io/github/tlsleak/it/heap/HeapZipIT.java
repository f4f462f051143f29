package io.github.tlsleak.it.heap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What reads heap dumps is loaded for the command heap alone. */
class HeapZipIT {

    private static final String CLASSES = "io.github.tlsleak.cli.heap.";

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void noOtherCommandLoadsClassesOfHeap(Jdk jdk) throws Exception {
        Ended list = Cli.on(jdk).jvm("-verbose:class").run("list");
        assertThat(list.out())
                .anyMatch(line -> line.contains("io.github.tlsleak.cli.HeapCommand"))
                .noneMatch(line -> line.contains(CLASSES));
        Ended heap = Cli.on(jdk).jvm("-verbose:class").run("heap", "/absent.hprof");
        assertThat(heap.out()).anyMatch(line -> line.contains(CLASSES));
    }
}

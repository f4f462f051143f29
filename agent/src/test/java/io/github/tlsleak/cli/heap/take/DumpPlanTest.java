package io.github.tlsleak.cli.heap.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.jvm.AgentPresence;
import io.github.tlsleak.cli.jvm.HeapUse;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.jvm.Obstacle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known and checked before a dump. */
class DumpPlanTest {

    private static final HeapUse GIGABYTE = HeapUse.counted(1_000_000_000);

    @TempDir Path dir;

    private static LocalJvm jvm(Obstacle obstacle) {
        return new LocalJvm(5, "Shop", "17", AgentPresence.NONE, obstacle, -1);
    }

    private DumpPlan plan(HeapUse use, Path keep) throws Exception {
        return DumpPlan.of(jvm(null), use, keep, dir);
    }

    @Test
    void theCost() throws Exception {
        assertThat(plan(GIGABYTE, null).cost())
                .matches(
                        "JVM 5 \\(Shop\\) will stop for a full collection and while its live objects"
                                + " are written: up to about 1\\.5 GB to "
                                + dir
                                + ", where [\\d.]+ GB are free.*; removed afterwards");
        assertThat(plan(HeapUse.atMost(2_000_000), null).cost())
                .contains("less than 3.0 MB (all memory of the process is 2.0 MB)");
        assertThat(plan(HeapUse.UNKNOWN, null).cost()).contains("not known from outside");
        Path kept = dir.resolve("k.hprof");
        assertThat(plan(GIGABYTE, kept).cost()).endsWith("; kept as " + kept);
    }

    @Test
    void notEnoughSpace() {
        HeapUse much = HeapUse.counted(1L << 60);
        assertThatIOException()
                .isThrownBy(() -> plan(much, null))
                .withMessageStartingWith("not enough space for a dump of JVM 5 (Shop) in " + dir)
                .withMessageContaining(": it may take up to about")
                .withMessageEndingWith(
                        "choose another directory with -Djava.io.tmpdir=DIR before -jar");
        assertThatIOException()
                .isThrownBy(() -> plan(much, dir.resolve("k")))
                .withMessageEndingWith("choose another directory with --keep DIR/FILE");
    }

    @Test
    void aFileIsNotReplaced() throws Exception {
        Path old = Files.writeString(dir.resolve("old"), "old");
        assertThatIOException()
                .isThrownBy(() -> plan(GIGABYTE, old))
                .withMessage(old + " exists already: remove it, or choose another name for --keep");
        assertThatIOException()
                .isThrownBy(() -> plan(GIGABYTE, dir.resolve("no/file")))
                .withMessageContaining("there is no directory " + dir.resolve("no"));
    }

    @Test
    void noTemporaryDirectory() {
        Path no = dir.resolve("no");
        assertThatIOException()
                .isThrownBy(() -> DumpPlan.of(jvm(null), GIGABYTE, null, no))
                .withMessageStartingWith("cannot write to " + no + ": choose another");
    }

    @Test
    void anObstacle() {
        LocalJvm jvm = jvm(new Obstacle("stopped", "let it run"));
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> DumpPlan.of(jvm, GIGABYTE, null, dir))
                .withMessage("cannot attach to JVM 5 (Shop): stopped; let it run");
    }

    @Test
    void memoryIsNoDisk() throws Exception {
        Path memory = Path.of("/dev/shm");
        if (Files.isDirectory(memory) && Files.getFileStore(memory).type().equals("tmpfs")) {
            assertThat(DumpPlan.of(jvm(null), GIGABYTE, null, memory).cost())
                    .contains("to /dev/shm, where ", "are free (it is in memory, not on a disk)");
        }
    }
}

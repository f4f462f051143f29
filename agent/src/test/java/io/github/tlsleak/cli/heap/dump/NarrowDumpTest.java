package io.github.tlsleak.cli.heap.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.apps.heap.Holders;
import io.github.tlsleak.cli.heap.model.HeapReader;
import io.github.tlsleak.cli.heap.model.HeapReport;
import io.github.tlsleak.cli.heap.model.HeldGroup;
import io.github.tlsleak.cli.report.read.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump of a JVM of 32 bits tells the same as one of 64 bits. */
class NarrowDumpTest {

    @TempDir Path directory;

    @Test
    void sameHoldersWithIdsOfFourBytes() throws Exception {
        Path wide = TestDumps.file(Holders.class, directory);
        Path narrow = NarrowDump.of(wide, directory.resolve("narrow.hprof"));
        HeapReport expected;
        try (HeapDump dump = HeapDump.open(wide, Progress.NONE)) {
            assertThat(dump.idBytes()).isEqualTo(8);
            expected = read(dump);
        }
        try (HeapDump dump = HeapDump.open(narrow, Progress.NONE)) {
            assertThat(dump.idBytes()).isEqualTo(4);
            HeapReport found = read(dump);
            assertThat(groups(found)).isEqualTo(groups(expected)).hasSizeGreaterThan(20);
            assertThat(found.facts().objects()).isEqualTo(expected.facts().objects());
            assertThat(found.facts().javaVersion()).isEqualTo(expected.facts().javaVersion());
            assertThat(found.reachedBytes())
                    .isPositive()
                    .isLessThanOrEqualTo(expected.reachedBytes());
        }
    }

    private static HeapReport read(HeapDump dump) {
        return HeapReader.read(dump, "x", "*Holders$Thing", List.of(), Progress.NONE);
    }

    private static Set<String> groups(HeapReport report) {
        Set<String> groups = new TreeSet<>();
        for (HeldGroup group : report.groups()) {
            groups.add(group.holding() + " " + group.count() + " " + group.path());
        }
        return groups;
    }
}

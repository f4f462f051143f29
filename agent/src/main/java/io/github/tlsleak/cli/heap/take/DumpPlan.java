package io.github.tlsleak.cli.heap.take;

import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.jvm.HeapUse;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.jvm.Obstacle;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A dump that may be taken, with its cost. Nothing was done to the JVM so far. Immutable. */
public final class DumpPlan {

    private final LocalJvm jvm;
    private final Path directory;
    private final @Nullable KeptFile keep;
    private final DumpSize size;
    private final DiskSpace space;

    private DumpPlan(
            LocalJvm jvm, Path directory, @Nullable KeptFile keep, DumpSize size, DiskSpace space) {
        this.jvm = jvm;
        this.directory = directory;
        this.keep = keep;
        this.size = size;
        this.space = space;
    }

    /**
     * Makes a plan, and checks that nothing is in its way.
     *
     * @param tmp where the dump is written if it is not kept
     */
    static DumpPlan of(LocalJvm jvm, HeapUse use, @Nullable Path keep, Path tmp)
            throws UnreachableException, IOException {
        Obstacle obstacle = jvm.obstacle() == null ? null : jvm.obstacle().toDump();
        if (obstacle != null) {
            String why = obstacle.reason() + "; " + obstacle.remedy();
            throw new UnreachableException("cannot attach to " + jvm + ": " + why);
        }
        KeptFile kept = keep == null ? null : KeptFile.at(keep);
        DumpSize size = new DumpSize(jvm, use);
        Elsewhere there = jvm.elsewhere();
        if (there != null) {
            FarDirectory far = FarDirectory.of(there, size.peak());
            DumpPlan plan = new DumpPlan(jvm, far.path(), kept, size, far.space());
            plan.checkSpace();
            return plan;
        }
        Path directory = kept == null ? tmp : kept.directory();
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new IOException("cannot write to " + directory + ": " + elsewhere(kept));
        }
        DumpPlan plan = new DumpPlan(jvm, directory, kept, size, DiskSpace.in(directory));
        plan.checkSpace();
        return plan;
    }

    private static String elsewhere(@Nullable KeptFile kept) {
        return kept == null
                ? "choose another directory with -Djava.io.tmpdir=DIR before -jar"
                : "choose another directory with --keep DIR/FILE";
    }

    LocalJvm jvm() {
        return jvm;
    }

    /** Where the dump is written. */
    Path directory() {
        return directory;
    }

    @Nullable KeptFile keep() {
        return keep;
    }

    /** What to do if the directory does not suit. */
    String elsewhere() {
        return elsewhere(keep);
    }

    /** Checks that the dump will not fill the disk. */
    private void checkSpace() throws IOException {
        if (size.peak() > space.bytes()) {
            throw new IOException(
                    "not enough space for a dump of "
                            + jvm
                            + " in "
                            + directory
                            + ": it may take "
                            + size.text()
                            + ", where "
                            + free()
                            + "; "
                            + elsewhere());
        }
    }

    /** What the dump costs, in one line without a full stop. */
    public String cost() {
        return jvm
                + " will stop for a full collection and while its live objects are written: "
                + size.text()
                + " to "
                + directory
                + ", where "
                + free()
                + (keep == null ? "; removed afterwards" : "; kept as " + keep.path());
    }

    private String free() {
        return PlainText.bytes(space.bytes())
                + " are free"
                + (space.isMemory() ? " (it is in memory, not on a disk)" : "");
    }
}

package io.github.tlsleak.cli.heap.take;

import io.github.tlsleak.cli.attach.UnreachableException;
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
    private final HeapUse use;
    private final DiskSpace space;

    private DumpPlan(
            LocalJvm jvm, Path directory, @Nullable KeptFile keep, HeapUse use, DiskSpace space) {
        this.jvm = jvm;
        this.directory = directory;
        this.keep = keep;
        this.use = use;
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
        Path directory = kept == null ? tmp : kept.directory();
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new IOException("cannot write to " + directory + ": " + elsewhere(kept));
        }
        DumpPlan plan = new DumpPlan(jvm, directory, kept, use, DiskSpace.in(directory));
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

    /**
     * The size of the dump, rather too large; 0 if not known. References take 8 bytes in a dump and
     * often 4 in the heap: dumps of small objects have up to 1.5 times the bytes of the heap.
     */
    private long needed() {
        return use.isKnown() ? use.bytes() / 2 * 3 : 0;
    }

    /** Checks that the dump will not fill the disk. */
    private void checkSpace() throws IOException {
        if (needed() > space.bytes()) {
            throw new IOException(
                    "not enough space for a dump of "
                            + jvm
                            + ": it may take "
                            + size()
                            + ", and "
                            + free()
                            + "; "
                            + elsewhere());
        }
    }

    /** What the dump costs, in one line without a full stop. */
    public String cost() {
        return jvm
                + " will stop for a full collection and while its live objects are written: "
                + size()
                + " to "
                + directory
                + "; "
                + free()
                + (keep == null ? "; removed afterwards" : "; kept as " + keep.path());
    }

    private String size() {
        if (!use.isKnown()) {
            return "as much as they are, which is not known from outside,";
        }
        return use.isCounted()
                ? "up to about " + PlainText.bytes(needed())
                : "less than "
                        + PlainText.bytes(needed())
                        + " (all memory of the process is "
                        + PlainText.bytes(use.bytes())
                        + ")";
    }

    private String free() {
        return directory
                + " has "
                + PlainText.bytes(space.bytes())
                + " free"
                + (space.isMemory() ? " and is in memory, not on a disk" : "");
    }
}

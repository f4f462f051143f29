package io.github.tlsleak.cli.heap.take;

import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.reach.TargetRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory for a dump that a JVM in another container can write to. Immutable. */
final class FarDirectory {

    private final Path path;
    private final DiskSpace space;

    private FarDirectory(Path path, DiskSpace space) {
        this.path = path;
        this.space = space;
    }

    /**
     * Looks for the first disk with enough room; else for the directory with most room.
     *
     * @param needed the bytes that suffice
     * @throws IOException with one clear line, if none can be written to
     */
    static FarDirectory of(Elsewhere there, long needed) throws IOException {
        FarDirectory best = null;
        for (String name : there.directories()) {
            Path path = new TargetRoot(there.root()).outer(name);
            if (Files.isDirectory(path) && Files.isWritable(path)) {
                DiskSpace space = DiskSpace.far(path, there.isInMemory(name));
                if (best == null || space.bytes() > best.space.bytes()) {
                    best = new FarDirectory(path, space);
                }
                if (space.bytes() > needed && !space.isMemory()) {
                    return new FarDirectory(path, space);
                }
            }
        }
        if (best == null) {
            throw new IOException(
                    "no directory of that JVM can be written to ("
                            + String.join(", ", there.directories())
                            + "): mount one at /tmp");
        }
        return best;
    }

    /** The directory, as this process reaches it. */
    Path path() {
        return path;
    }

    DiskSpace space() {
        return space;
    }
}

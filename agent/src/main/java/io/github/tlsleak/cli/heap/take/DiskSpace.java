package io.github.tlsleak.cli.heap.take;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** The space for a dump in a directory, as it was a moment ago. Immutable. */
final class DiskSpace {

    private static final Path MEMORY = Paths.get("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    private final long bytes;
    private final boolean memory;

    DiskSpace(long bytes, boolean memory) {
        this.bytes = bytes;
        this.memory = memory;
    }

    /** The space that this user may fill. */
    static DiskSpace in(Path directory) throws IOException {
        FileStore store = Files.getFileStore(directory);
        boolean memory = store.type().equals("tmpfs") || store.type().equals("ramfs");
        long usable = store.getUsableSpace();
        return new DiskSpace(memory ? Math.min(usable, available()) : usable, memory);
    }

    /** As {@link #in}, for a directory whose mount this process does not see. */
    static DiskSpace far(Path directory, boolean memory) {
        long usable = directory.toFile().getUsableSpace();
        return new DiskSpace(memory ? Math.min(usable, available()) : usable, memory);
    }

    /** The memory that programs may still take; large if not known. */
    private static long available() {
        try {
            for (String line : Files.readAllLines(MEMORY, StandardCharsets.US_ASCII)) {
                if (line.startsWith(AVAILABLE)) {
                    String number = line.substring(AVAILABLE.length()).replace("kB", "").trim();
                    return Long.parseLong(number) << 10;
                }
            }
        } catch (IOException | RuntimeException e) {
            return Long.MAX_VALUE;
        }
        return Long.MAX_VALUE;
    }

    /** The bytes that are free. */
    long bytes() {
        return bytes;
    }

    /** Whether the directory is in memory: a dump there takes memory from the programs. */
    boolean isMemory() {
        return memory;
    }
}

package io.github.tlsleak.soak;

import java.util.Locale;

/** What the program takes of its machine, and by how much it may grow and still count as flat. */
enum Figure {
    /** Used after collections. */
    HEAP(true, 6),
    /** Used. Rounds of attach and detach leave old versions of classes there for a while. */
    METASPACE(true, 4),
    THREADS(false, 10),
    DESCRIPTORS(false, 20),
    /** Committed by the JVM without its heap, from its native memory tracking. */
    NATIVE(true, 24),
    /** Resident memory of the process; all of the heap belongs to it from the beginning. */
    RESIDENT(true, 64);

    private static final long MEGABYTE = 1 << 20;

    private final boolean bytes;
    private final long tolerance;

    /**
     * @param tolerance in megabytes, or a number
     */
    Figure(boolean bytes, long tolerance) {
        this.bytes = bytes;
        this.tolerance = bytes ? tolerance * MEGABYTE : tolerance;
    }

    /** By how much it may grow. */
    long tolerance() {
        return tolerance;
    }

    /** Its name as the program says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value for readers: megabytes, or the number. */
    String text(long value) {
        return bytes
                ? String.format(Locale.ROOT, "%.1f MB", (double) value / MEGABYTE)
                : Long.toString(value);
    }
}

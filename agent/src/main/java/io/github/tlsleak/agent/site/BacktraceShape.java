package io.github.tlsleak.agent.site;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * How a JVM lays out a backtrace: chunks of 32 frames, each an {@code Object[]} of parallel arrays
 * and a link to the next chunk. Immutable.
 *
 * <p>Up to JDK 27, the first three arrays are {@code short[]} with method numbers, {@code int[]}
 * with bytecode indices and {@code Object[]} with classes. JDK 28 has one {@code long[]} in place
 * of the first two. The index of the link differs between versions; {@link #of} finds it.
 */
final class BacktraceShape {

    private static final long CLASS_FACTOR = 0x9E3779B97F4A7C15L;
    private static final long STEP_FACTOR = 0xD6E8FEB86659FD93L;

    /** Whether method numbers and bytecode indices are in one array. */
    private final boolean merged;

    /** The index of the link to the next chunk. */
    private final int link;

    private BacktraceShape(boolean merged, int link) {
        this.merged = merged;
        this.link = link;
    }

    /** The shape of a backtrace of more than one chunk; null if the shape is not known. */
    static @Nullable BacktraceShape of(Object[] chunk) {
        boolean merged = chunk[0] instanceof long[];
        int classes = merged ? 1 : 2;
        if (!(merged || (chunk[0] instanceof short[] && chunk[1] instanceof int[]))
                || !(chunk[classes] instanceof Object[])) {
            return null;
        }
        for (int i = classes + 1; i < chunk.length; i++) {
            if (chunk[i] instanceof Object[]) {
                Object[] next = (Object[]) chunk[i];
                boolean alike =
                        next.length == chunk.length
                                && next[0] != null
                                && next[0].getClass() == chunk[0].getClass();
                return alike ? new BacktraceShape(merged, i) : null;
            }
        }
        return null;
    }

    /** How many frames a backtrace has. */
    int frames(Object[] first) {
        int sum = 0;
        for (Object[] chunk = first; chunk != null; chunk = (Object[]) chunk[link]) {
            Object classes = chunk[merged ? 1 : 2];
            for (int i = 0; i < Array.getLength(classes) && Array.get(classes, i) != null; i++) {
                sum++;
            }
        }
        return sum;
    }

    /**
     * A hash of class, method and bytecode index of each frame. It is valid within this JVM only.
     *
     * @param limit how many frames count at most
     * @param start where the hash begins
     */
    long hash(Object[] first, int limit, long start) {
        long hash = start;
        int left = limit;
        for (Object[] chunk = first; chunk != null && left > 0; chunk = (Object[]) chunk[link]) {
            Object[] classes = (Object[]) chunk[merged ? 1 : 2];
            int length = Math.min(left, classes.length);
            hash =
                    merged
                            ? hash((long[]) chunk[0], classes, length, hash)
                            : hash((short[]) chunk[0], (int[]) chunk[1], classes, length, hash);
            left -= length;
        }
        return hash;
    }

    private static long hash(long[] positions, Object[] classes, int length, long start) {
        long hash = start;
        for (int i = 0; i < length && classes[i] != null; i++) {
            hash = step(hash, classes[i], positions[i]);
        }
        return hash;
    }

    private static long hash(
            short[] methods, int[] bcis, Object[] classes, int length, long start) {
        long hash = start;
        for (int i = 0; i < length && classes[i] != null; i++) {
            long position = (long) methods[i] << Integer.SIZE | (bcis[i] & 0xFFFFFFFFL);
            hash = step(hash, classes[i], position);
        }
        return hash;
    }

    /** Uses the class's identity, because another loader may have a class of the same name. */
    private static long step(long hash, Object type, long position) {
        return hash * STEP_FACTOR + System.identityHashCode(type) * CLASS_FACTOR + position;
    }
}

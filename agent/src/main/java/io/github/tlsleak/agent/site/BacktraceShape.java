package io.github.tlsleak.agent.site;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * How a JVM lays out a backtrace: chunks of 32 frames, each an {@code Object[]} of parallel arrays
 * and a link to the next chunk. Immutable.
 *
 * <p>To 27 the arrays begin with {@code short[]} method numbers, {@code int[]} bytecode indices and
 * {@code Object[]} classes; 28 has one {@code long[]} for the first two. Where the link lies
 * differs; {@link #of} finds it.
 */
final class BacktraceShape {

    private static final long CLASS_FACTOR = 0x9E3779B97F4A7C15L;
    private static final long STEP_FACTOR = 0xD6E8FEB86659FD93L;

    private final boolean merged;
    private final int link;

    private BacktraceShape(boolean merged, int link) {
        this.merged = merged;
        this.link = link;
    }

    /** The shape of a backtrace of more than one chunk; null if it is none that is known. */
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

    /** Frames in a backtrace. */
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
     * A hash of class, method and bytecode index of each frame; good within this JVM only.
     *
     * @param limit frames at most
     * @param start what to begin with
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

    private static long hash(long[] places, Object[] classes, int length, long start) {
        long hash = start;
        for (int i = 0; i < length && classes[i] != null; i++) {
            hash = step(hash, classes[i], places[i]);
        }
        return hash;
    }

    private static long hash(
            short[] methods, int[] bcis, Object[] classes, int length, long start) {
        long hash = start;
        for (int i = 0; i < length && classes[i] != null; i++) {
            long place = (long) methods[i] << Integer.SIZE | (bcis[i] & 0xFFFFFFFFL);
            hash = step(hash, classes[i], place);
        }
        return hash;
    }

    /** The class by identity: one of the same name may be another version. */
    private static long step(long hash, Object type, long place) {
        return hash * STEP_FACTOR + System.identityHashCode(type) * CLASS_FACTOR + place;
    }
}

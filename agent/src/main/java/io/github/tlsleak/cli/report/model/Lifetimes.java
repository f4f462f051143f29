package io.github.tlsleak.cli.report.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * How long sessions lived: minimum, maximum, and the median of a sample of at most 256 sessions.
 * The same lines give the same sample. Used by one thread.
 */
public final class Lifetimes {

    private static final int MAX_SAMPLE = 256;

    private long[] sample = new long[4];
    private long count;
    private long min = Long.MAX_VALUE;
    private long max;
    private @Nullable SplittableRandom random;

    void add(long millis) {
        min = Math.min(min, millis);
        max = Math.max(max, millis);
        count++;
        if (count <= MAX_SAMPLE) {
            if (count > sample.length) {
                sample = Arrays.copyOf(sample, sample.length * 2);
            }
            sample[(int) count - 1] = millis;
            return;
        }
        random = random == null ? new SplittableRandom(1) : random;
        long index = random.nextLong(count);
        if (index < MAX_SAMPLE) {
            sample[(int) index] = millis;
        }
    }

    /** Whether no lifetime is known. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** The shortest lifetime, in milliseconds. */
    public long min() {
        return min;
    }

    /** The longest lifetime, in milliseconds. */
    public long max() {
        return max;
    }

    /** The median of the sample, in milliseconds; the lower one if there are two. */
    public long median() {
        int size = (int) Math.min(count, MAX_SAMPLE);
        long[] sorted = Arrays.copyOf(sample, size);
        Arrays.sort(sorted);
        return sorted[(size - 1) / 2];
    }

    /** Whether the sample has fewer sessions than there were. */
    public boolean isSampled() {
        return count > MAX_SAMPLE;
    }
}

package io.github.tlsleak.cli.report.model;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How long sessions lived: shortest and longest, and the median of a sample of at most 256, drawn
 * alike in every run. Used by one thread.
 */
public final class Lifetimes {

    private static final int MAX_SAMPLE = 256;

    private long[] sample = new long[4];
    private long count;
    private long min = Long.MAX_VALUE;
    private long max;
    private SplittableRandom random;

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
        long place = random.nextLong(count);
        if (place < MAX_SAMPLE) {
            sample[(int) place] = millis;
        }
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** The shortest, in milliseconds. */
    public long min() {
        return min;
    }

    /** The longest, in milliseconds. */
    public long max() {
        return max;
    }

    /** The median, in milliseconds; the lower of two. */
    public long median() {
        int size = (int) Math.min(count, MAX_SAMPLE);
        long[] sorted = Arrays.copyOf(sample, size);
        Arrays.sort(sorted);
        return sorted[(size - 1) / 2];
    }

    /** Whether the median is that of a sample. */
    public boolean isSampled() {
        return count > MAX_SAMPLE;
    }
}

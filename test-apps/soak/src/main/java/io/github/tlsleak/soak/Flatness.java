package io.github.tlsleak.soak;

import java.util.Arrays;
import java.util.List;

/**
 * Whether a figure stays as it is. The first quarter of the samples is warm-up. The median of the
 * quarter after it is compared with that of the last quarter. Immutable.
 *
 * @param first median of the second quarter
 * @param last median of the last quarter
 * @param judged whether there were enough samples
 * @param flat whether the figure grew by no more than the tolerance; true if it was not judged
 */
record Flatness(long first, long last, boolean judged, boolean flat) {

    private static final int QUARTERS = 4;

    /** Fewer samples say nothing. */
    static final int FEWEST = 8;

    static Flatness of(List<Long> samples, long tolerance) {
        int quarter = samples.size() / QUARTERS;
        if (samples.size() < FEWEST) {
            long first = samples.isEmpty() ? 0 : samples.get(0);
            long last = samples.isEmpty() ? 0 : samples.get(samples.size() - 1);
            return new Flatness(first, last, false, true);
        }
        long first = median(samples.subList(quarter, 2 * quarter));
        long last = median(samples.subList(samples.size() - quarter, samples.size()));
        return new Flatness(first, last, true, last - first <= tolerance);
    }

    private static long median(List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).sum() / 2;
    }
}

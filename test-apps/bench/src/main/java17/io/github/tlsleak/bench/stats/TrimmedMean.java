package io.github.tlsleak.bench.stats;

import java.util.Collection;

/** A mean that single values far off do not move. */
public final class TrimmedMean {
    private static final int PART = 4;

    private TrimmedMean() {}

    /** The mean without the lowest and the highest quarter. NaN of nothing. */
    public static double of(Collection<Double> values) {
        long cut = values.size() / PART;
        return values.stream()
                .mapToDouble(v -> v)
                .sorted()
                .skip(cut)
                .limit(values.size() - 2 * cut)
                .average()
                .orElse(Double.NaN);
    }
}

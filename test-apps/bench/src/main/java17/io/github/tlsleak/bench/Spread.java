package io.github.tlsleak.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Several measurements of one figure, and how they are printed. */
final class Spread {
    private final double[] sorted;

    private Spread(double[] values) {
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    static Spread of(Collection<Double> values) {
        return new Spread(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static Spread of(double... values) {
        return new Spread(values);
    }

    /** The median. NaN if nothing was measured. */
    double median() {
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    /** The smallest and the largest value, as {@code 0.98 .. 1.01}. */
    String range() {
        return sorted.length < 2
                ? ""
                : number(sorted[0]) + " .. " + number(sorted[sorted.length - 1]);
    }

    /** Three digits or more. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        int digits = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 2 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value).replace(',', ' ');
    }
}

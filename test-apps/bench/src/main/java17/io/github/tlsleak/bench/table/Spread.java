package io.github.tlsleak.bench.table;

import io.github.tlsleak.bench.stats.Interval;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Several measurements of one figure, and how they are printed. */
public final class Spread {
    private final double[] sorted;

    private Spread(double[] values) {
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    public static Spread of(Collection<Double> values) {
        return new Spread(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public static Spread of(double... values) {
        return new Spread(values);
    }

    /** The median. NaN if nothing was measured. */
    public double median() {
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    /** The mean and its confidence interval. */
    public Interval interval() {
        return Interval.of(Arrays.stream(sorted).boxed().toList());
    }

    /** An estimate and its interval, with a unit or none. */
    public static String text(Interval interval, String unit) {
        String text = number(interval.estimate()) + (unit.isEmpty() ? "" : " " + unit);
        return interval.isKnown()
                ? text + " (" + number(interval.low()) + " .. " + number(interval.high()) + ")"
                : text;
    }

    /** A count, in all its digits. */
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
    }

    /** Three digits or more. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        int digits = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 2 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value).replace(',', ' ');
    }
}

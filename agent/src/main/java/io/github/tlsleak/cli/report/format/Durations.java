package io.github.tlsleak.cli.report.format;

import java.util.Locale;

/** Durations in words. Stateless. */
public final class Durations {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    /**
     * Milliseconds as {@code 0.5 s}, {@code 62 s}, {@code 12 min}, {@code 2.5 h}, {@code 3.0 d}.
     */
    public static String duration(long millis) {
        if (millis < 10 * MINUTE) {
            return format(millis < MINUTE ? "%.1f s" : "%.0f s", millis / 1000.0);
        }
        if (millis < 2 * HOUR) {
            return format("%.0f min", (double) millis / MINUTE);
        }
        return millis < 2 * DAY
                ? format("%.1f h", (double) millis / HOUR)
                : format("%.1f d", (double) millis / DAY);
    }

    private static String format(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}

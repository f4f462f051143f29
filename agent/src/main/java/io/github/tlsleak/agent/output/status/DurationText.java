package io.github.tlsleak.agent.output.status;

import java.util.Locale;

/** Times and sizes in words. Stateless. */
final class DurationText {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private DurationText() {}

    /** Such as {@code 12 s}, {@code 2 min 5 s}, {@code 1 h 2 min}, {@code 3 d 4 h}. */
    static String duration(long millis) {
        if (millis >= DAY) {
            return two(millis, DAY, "d", HOUR, "h");
        }
        if (millis >= HOUR) {
            return two(millis, HOUR, "h", MINUTE, "min");
        }
        return millis >= MINUTE ? two(millis, MINUTE, "min", SECOND, "s") : millis / SECOND + " s";
    }

    private static String two(long millis, long big, String bigName, long small, String smallName) {
        return millis / big + " " + bigName + " " + millis % big / small + " " + smallName;
    }

    /** Such as {@code 800 bytes}, {@code 34 kB}, {@code 3.4 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        if (bytes < 1_000_000) {
            return bytes / 1_000 + " kB";
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}

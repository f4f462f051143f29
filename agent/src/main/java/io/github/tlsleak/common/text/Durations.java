package io.github.tlsleak.common.text;

/** Formats durations for people. Stateless, thread-safe. */
public final class Durations {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    /** Milliseconds as seconds: {@code 12.4 s}; {@code 73 s} from one minute on. */
    public static String seconds(long millis) {
        return (millis < MINUTE ? oneDigit(millis, SECOND) : whole(millis, SECOND)) + " s";
    }

    /**
     * Milliseconds in one unit: {@code 0.5 s}, {@code 62 s}, {@code 12 min}, {@code 2.5 h}, {@code
     * 3.0 d}.
     */
    public static String oneUnit(long millis) {
        if (millis < 10 * MINUTE) {
            return seconds(millis);
        }
        if (millis < 2 * HOUR) {
            return whole(millis, MINUTE) + " min";
        }
        return millis < 2 * DAY ? oneDigit(millis, HOUR) + " h" : oneDigit(millis, DAY) + " d";
    }

    /**
     * Milliseconds in two units, rounded down: {@code 12 s}, {@code 2 min 5 s}, {@code 1 h 2 min},
     * {@code 3 d 4 h}.
     */
    public static String twoUnits(long millis) {
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

    /** A clock that was set back makes no negative time. */
    private static String oneDigit(long millis, long unit) {
        return Decimals.oneDigit(Math.max(0, millis), unit);
    }

    private static String whole(long millis, long unit) {
        return Decimals.whole(Math.max(0, millis), unit);
    }
}

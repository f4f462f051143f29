package io.github.tlsleak.cli.report.read;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Times as reports write them: ISO-8601 in UTC. Stateless. */
public final class ReportTimes {

    /** Stands for a time that is missing or cannot be read. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private static final int SECONDS_END = "2026-11-22T10:00:00".length();
    private static final int MAX_YEAR = 9999;

    private ReportTimes() {}

    /**
     * Reads {@code 2026-11-22T10:00:00.123Z}, with or without a fraction. Digits beyond
     * milliseconds are dropped. A parser of the JDK would cost more than the rest of the line.
     *
     * @return milliseconds since 1970, or {@link #UNKNOWN}
     */
    static long parse(char[] c, int at, int length) {
        boolean shaped =
                length > SECONDS_END
                        && c[at + 4] == '-'
                        && c[at + 7] == '-'
                        && c[at + 10] == 'T'
                        && c[at + 13] == ':'
                        && c[at + 16] == ':'
                        && c[at + length - 1] == 'Z';
        if (!shaped) {
            return UNKNOWN;
        }
        int year = digits(c, at, 4);
        int month = digits(c, at + 5, 2);
        int day = digits(c, at + 8, 2);
        int hour = digits(c, at + 11, 2);
        int minute = digits(c, at + 14, 2);
        int second = digits(c, at + 17, 2);
        int millis = fraction(c, at + SECONDS_END, length - SECONDS_END - 1);
        boolean clock = within(hour, 23) && within(minute, 59) && within(second, 59);
        if (!clock || millis < 0 || !isDay(year, month, day)) {
            return UNKNOWN;
        }
        long days = epochDay(year, month, day);
        return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + millis;
    }

    /** The time as text, or null if the time is {@link #UNKNOWN}. */
    public static @Nullable String text(long millis) {
        return millis == UNKNOWN ? null : Instant.ofEpochMilli(millis).toString();
    }

    private static boolean within(int number, int max) {
        return number >= 0 && number <= max;
    }

    private static boolean isDay(int year, int month, int day) {
        return within(year, MAX_YEAR)
                && within(month - 1, 11)
                && day >= 1
                && (day <= 28 || within(day, LocalDate.of(year, month, 1).lengthOfMonth()));
    }

    /** Days since 1970. The year is taken to begin in March, so that a leap day is its last day. */
    private static long epochDay(int year, int month, int day) {
        long y = month > 2 ? year : year - 1;
        int m = (month + 9) % 12;
        long leap = Math.floorDiv(y, 4L) - Math.floorDiv(y, 100L) + Math.floorDiv(y, 400L);
        return 365 * y + leap + (153L * m + 2) / 5 + day - 1 - 719_468;
    }

    private static int digits(char[] c, int at, int count) {
        int number = 0;
        for (int i = at; i < at + count; i++) {
            int digit = c[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Milliseconds of a dot and one to nine digits; 0 if empty; negative if anything else. */
    private static int fraction(char[] c, int at, int length) {
        if (length == 0) {
            return 0;
        }
        if (c[at] != '.' || length < 2 || length > 10 || digits(c, at + 1, length - 1) < 0) {
            return -1;
        }
        int millis = 0;
        for (int i = 1; i <= 3; i++) {
            millis = millis * 10 + (i < length ? c[at + i] - '0' : 0);
        }
        return millis;
    }
}

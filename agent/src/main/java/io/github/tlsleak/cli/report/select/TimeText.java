package io.github.tlsleak.cli.report.select;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Times as the command line takes them. Stateless. */
public final class TimeText {

    private static final String UNITS = "smhd";
    private static final long[] MILLIS = {1_000, 60_000, 3_600_000, 86_400_000};
    private static final int MAX_DIGITS = 6;

    private TimeText() {}

    /**
     * Reads a time.
     *
     * @param text a time before now such as {@code 24h} (s, m, h or d), or an ISO-8601 date (its
     *     begin in UTC) or time
     * @param now the time now, in milliseconds since 1970
     * @return milliseconds since 1970
     * @throws IllegalArgumentException if it is none of these
     */
    public static long parse(String text, long now) {
        int unit = text.isEmpty() ? -1 : UNITS.indexOf(text.charAt(text.length() - 1));
        String digits = unit < 0 ? "" : text.substring(0, text.length() - 1);
        if (!digits.isEmpty() && digits.length() <= MAX_DIGITS && isNumber(digits)) {
            return now - Long.parseLong(digits) * MILLIS[unit];
        }
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
                    : instant(text).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "expected a time before now such as 24h or 7d, or one such as 2026-11-22 or"
                            + " 2026-11-22T10:00:00Z",
                    e);
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static boolean isNumber(String digits) {
        return digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

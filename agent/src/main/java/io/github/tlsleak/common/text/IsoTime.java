package io.github.tlsleak.common.text;

/**
 * Times for machines: ISO-8601 in UTC, always with milliseconds. Stateless, thread-safe.
 *
 * <p>Needs no class of {@code java.time}: where memory is missing as {@code DateTimeFormatter} is
 * initialised for the first time, the application can never use it again.
 */
public final class IsoTime {

    private static final long MILLIS_A_DAY = 86_400_000;

    /** The Gregorian calendar repeats itself after so many days, which are 400 years. */
    private static final int DAYS_OF_ERA = 146_097;

    /** Days from the first of March of the year 0 to the first of January 1970. */
    private static final int DAYS_TO_1970 = 719_468;

    private IsoTime() {}

    /**
     * A time such as {@code 2026-11-22T10:15:30.000Z}.
     *
     * @param epochMillis milliseconds since 1970, of the years 0 to 9999
     */
    public static String of(long epochMillis) {
        int millis = (int) Math.floorMod(epochMillis, MILLIS_A_DAY);
        StringBuilder text = new StringBuilder(24);
        date(Math.floorDiv(epochMillis, MILLIS_A_DAY), text);
        digits(text.append('T'), millis / 3_600_000, 2);
        digits(text.append(':'), millis / 60_000 % 60, 2);
        digits(text.append(':'), millis / 1_000 % 60, 2);
        digits(text.append('.'), millis % 1_000, 3);
        return text.append('Z').toString();
    }

    /** Years begin in March here, so that the leap day is the last one. */
    private static void date(long epochDay, StringBuilder text) {
        long day = epochDay + DAYS_TO_1970;
        long era = Math.floorDiv(day, DAYS_OF_ERA);
        long dayOfEra = Math.floorMod(day, DAYS_OF_ERA);
        long year = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100);
        long month = (5 * dayOfYear + 2) / 153;
        digits(text, era * 400 + year + (month < 10 ? 0 : 1), 4);
        digits(text.append('-'), month < 10 ? month + 3 : month - 9, 2);
        digits(text.append('-'), dayOfYear - (153 * month + 2) / 5 + 1, 2);
    }

    private static void digits(StringBuilder text, long number, int length) {
        String digits = Long.toString(number);
        for (int i = digits.length(); i < length; i++) {
            text.append('0');
        }
        text.append(digits);
    }
}

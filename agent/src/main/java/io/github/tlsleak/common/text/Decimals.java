package io.github.tlsleak.common.text;

/**
 * Numbers with at most one digit behind the point, which is a point in every language. Stateless,
 * thread-safe.
 *
 * <p>Needs no {@code Formatter}: where memory is missing as the JDK's classes for languages are
 * initialised for the first time, the application can never use them again.
 */
final class Decimals {

    private Decimals() {}

    /**
     * How many units a value is, with one digit behind the point; half a digit is rounded up.
     *
     * @param value 0 or more
     * @param unit 1 or more
     */
    static String oneDigit(long value, long unit) {
        long tenths = value / unit * 10 + (value % unit * 10 + unit / 2) / unit;
        return tenths / 10 + "." + tenths % 10;
    }

    /**
     * How many units a value is, without a fraction; half a unit is rounded up.
     *
     * @param value 0 or more
     * @param unit 1 or more
     */
    static String whole(long value, long unit) {
        return Long.toString(value / unit + (value % unit * 2 >= unit ? 1 : 0));
    }
}

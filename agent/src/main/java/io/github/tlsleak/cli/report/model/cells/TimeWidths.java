package io.github.tlsleak.cli.report.model.cells;

/** Widths of spans of time. Each divides the next, so that spans can be joined. Stateless. */
public final class TimeWidths {

    /** The smallest width in milliseconds. */
    public static final long FIRST = 1_000;

    /** How many spans in a row are told apart. More than that are joined. */
    public static final int MAX_SPANS = 120;

    /** Far beyond the year 9999. */
    public static final long MAX_MILLIS = 1L << 50;

    /** Beyond the last, each width is ten times the one before. */
    private static final long[] WIDTHS = {
        FIRST,
        5_000,
        15_000,
        60_000,
        300_000,
        900_000,
        3_600_000,
        10_800_000,
        21_600_000,
        86_400_000,
        604_800_000,
    };

    private TimeWidths() {}

    /** The next width. */
    public static long after(long width) {
        for (long wider : WIDTHS) {
            if (wider > width) {
                return wider;
            }
        }
        return width * 10;
    }

    /** Whether a width is one of these. */
    public static boolean is(long width) {
        long wider = FIRST;
        while (wider < width && wider < MAX_MILLIS) {
            wider = after(wider);
        }
        return wider == width;
    }
}

package io.github.tlsleak.cli.report.model.overview;

import io.github.tlsleak.cli.report.read.ReportTimes;
import java.util.Locale;

/** How the findings of a site go on over time; {@link TrendRule} says when which is. Immutable. */
public final class Trend {

    /** Length of 2026-11-22T10:15. */
    private static final int MINUTES = 16;

    /** Where it goes. */
    public enum Direction {
        /** Ever more are found in the same time. */
        RISING,
        /** About as many are found in the same time. */
        STEADY,
        /** Ever fewer are found in the same time. */
        FALLING,
        /** No more are found. */
        STOPPED,
        /** There is too little to tell. */
        UNKNOWN;

        /** The word in the JSON document. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public final Direction direction;

    /** Time of the first finding in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public final long since;

    /** Time of the last finding in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public final long last;

    Trend(Direction direction, long since, long last) {
        this.direction = direction;
        this.since = since;
        this.last = last;
    }

    /** The trend in few words, such as {@code rising since 2026-11-22 10:15 UTC}. */
    public String text() {
        switch (direction) {
            case UNKNOWN:
                return "too short to tell";
            case STOPPED:
                return "stopped: none since " + minute(last);
            default:
                return direction.label() + " since " + minute(since);
        }
    }

    private static String minute(long millis) {
        String text = String.valueOf(ReportTimes.text(millis));
        boolean usual = text.length() > MINUTES && text.charAt(MINUTES) == ':';
        return usual ? text.substring(0, MINUTES).replace('T', ' ') + " UTC" : text;
    }
}

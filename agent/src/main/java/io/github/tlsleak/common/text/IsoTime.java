package io.github.tlsleak.common.text;

import java.time.Instant;

/** Times for machines: ISO-8601 in UTC, always with milliseconds. Stateless, thread-safe. */
public final class IsoTime {

    private IsoTime() {}

    /** A time such as {@code 2026-11-22T10:15:30.000Z}. */
    public static String of(long epochMillis) {
        String time = Instant.ofEpochMilli(epochMillis).toString();
        // a whole second has no fraction there, and readers with a fixed pattern fail on it
        return time.indexOf('.') >= 0 ? time : time.substring(0, time.length() - 1) + ".000Z";
    }
}

package io.github.tlsleak.bench.stats;

import java.util.Locale;

/** What an interval says of an aim. */
public enum Verdict {
    /** The interval lies wholly on the good side. */
    HOLDS,
    /** The interval lies wholly on the bad side. */
    MISSED,
    /** The aim lies within the interval, or there is none. */
    UNDECIDED,
    /** There is no aim. */
    NONE;

    @Override
    public String toString() {
        return this == NONE ? "-" : name().toLowerCase(Locale.ROOT);
    }
}

package io.github.tlsleak.analysis;

import java.util.Locale;

/** Numbers in words. Stateless. */
final class Numbers {

    private Numbers() {}

    /** For example {@code 1 leak}, {@code 2 leaks}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Milliseconds as seconds. */
    static String seconds(long millis) {
        return String.format(Locale.ROOT, millis < 60_000 ? "%.1f s" : "%.0f s", millis / 1000.0);
    }
}

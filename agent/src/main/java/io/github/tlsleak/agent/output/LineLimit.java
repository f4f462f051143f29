package io.github.tlsleak.agent.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Limits the lines per second and site. Further lines are only counted. Thread-safe.
 *
 * @param <K> the key of a site
 */
public final class LineLimit<K> {

    /** Lines a second and site. */
    static final int PER_SECOND = 1_000;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Map<K, Window> windows = new HashMap<>();

    /** Whether a line was left out whose number is not reported yet. */
    private boolean skipping;

    /** Whether one more line may be written; if not, it is counted. */
    public synchronized boolean allows(K site) {
        Window window = window(site);
        if (window.lines < PER_SECOND) {
            window.lines++;
            return true;
        }
        window.skipped++;
        skipping = true;
        return false;
    }

    /** How many lines were left out in seconds that are over. Each is reported once. */
    public synchronized long skippedBefore(K site) {
        Window window = window(site);
        long skipped = window.unreported;
        window.unreported = 0;
        return skipped;
    }

    /** Sites with lines left out in seconds that are over. */
    public synchronized List<K> due() {
        List<K> due = new ArrayList<>();
        if (!skipping) {
            return due;
        }
        skipping = false;
        for (K site : windows.keySet()) {
            Window window = window(site);
            skipping |= window.skipped > 0;
            if (window.unreported > 0) {
                due.add(site);
            }
        }
        return due;
    }

    /** Sites with unreported lines left out, those of the current second included. */
    public synchronized List<K> all() {
        for (Window window : windows.values()) {
            window.roll(window.start + SECOND);
        }
        return due();
    }

    private Window window(K site) {
        Window window = windows.get(site);
        if (window == null) {
            window = new Window();
            windows.put(site, window);
        }
        window.roll(System.nanoTime());
        return window;
    }

    /** One site's current second. */
    private static final class Window {
        private long start = System.nanoTime();
        private int lines;
        private long skipped;
        private long unreported;

        void roll(long now) {
            if (now - start >= SECOND) {
                start = now;
                lines = 0;
                unreported += skipped;
                skipped = 0;
            }
        }
    }
}

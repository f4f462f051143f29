package io.github.tlsleak.agent.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * At most so many lines a second from one site; beyond, only counts. Thread-safe.
 *
 * @param <K> names a site
 */
public final class LineLimit<K> {

    /** Lines a second and site. */
    static final int PER_SECOND = 1_000;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Map<K, Window> windows = new HashMap<>();

    /** Whether any line was left out that is not told yet. */
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

    /** Lines left out in seconds that are over, to be told once. */
    public synchronized long skippedBefore(K site) {
        Window window = window(site);
        long skipped = window.told;
        window.told = 0;
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
            if (window.told > 0) {
                due.add(site);
            }
        }
        return due;
    }

    /** Sites with lines left out that are not told yet, however short ago. */
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
        private long told;

        void roll(long now) {
            if (now - start >= SECOND) {
                start = now;
                lines = 0;
                told += skipped;
                skipped = 0;
            }
        }
    }
}

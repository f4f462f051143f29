package io.github.tlsleak.agent.track;

import java.util.concurrent.TimeUnit;

/**
 * The clock for durations and deadlines. Nobody can set it, so a step of the wall clock or a
 * suspended machine turns no healthy session into a leak. Stateless, thread-safe.
 */
public class MonotonicClock {

    private static final long START = System.nanoTime();

    /** Milliseconds since this class was loaded, 0 or more. */
    public static long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - START);
    }

    /** The same; tests have another clock for what waits. */
    public long now() {
        return millis();
    }
}

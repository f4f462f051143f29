package io.github.tlsleak.agent.track;

import java.util.concurrent.TimeUnit;

/**
 * The clock for durations and deadlines: nobody sets it, so that a step of the wall clock or a
 * suspended machine turns no healthy session into a leak. Stateless, thread-safe.
 */
final class MonotonicClock {

    private static final long START = System.nanoTime();

    private MonotonicClock() {}

    /** Milliseconds since this class was loaded, 0 or more. */
    static long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - START);
    }
}

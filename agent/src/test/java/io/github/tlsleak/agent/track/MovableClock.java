package io.github.tlsleak.agent.track;

import java.util.concurrent.atomic.AtomicLong;

/** The monotonic clock, which a test can set ahead. Thread-safe. */
final class MovableClock extends MonotonicClock {

    private final AtomicLong ahead = new AtomicLong();

    void advance(long millis) {
        ahead.addAndGet(millis);
    }

    @Override
    long now() {
        return millis() + ahead.get();
    }
}

package io.github.tlsleak.agent.track;

import java.util.concurrent.atomic.AtomicLong;

/** The monotonic clock, which a test can set ahead. Thread-safe. */
public final class MovableClock extends MonotonicClock {

    private final AtomicLong ahead = new AtomicLong();

    public void advance(long millis) {
        ahead.addAndGet(millis);
    }

    @Override
    public long now() {
        return millis() + ahead.get();
    }
}

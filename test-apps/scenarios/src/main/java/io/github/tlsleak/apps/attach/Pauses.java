package io.github.tlsleak.apps.attach;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.util.concurrent.atomic.AtomicLong;

/** The longest time that a thread which wants to run every millisecond had to wait. */
final class Pauses {
    private final AtomicLong longestNanos = new AtomicLong();

    void start() {
        EngineLink.start(this::tick, "ticker");
    }

    private void tick() {
        long last = System.nanoTime();
        while (true) {
            Stage.sleep(1);
            long now = System.nanoTime();
            longestNanos.accumulateAndGet(now - last, Math::max);
            last = now;
        }
    }

    /** The longest wait since the last call, in milliseconds. */
    long takeMillis() {
        return longestNanos.getAndSet(0) / 1_000_000;
    }
}

package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.common.options.Options;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/**
 * Counts garbage collections by the weak reference to an object that nobody holds. Guarded by the
 * collector, except {@link #collections()}.
 */
final class GcWatch {

    private final ReferenceQueue<Object> queue;
    private final Supplier<Options> options;
    private volatile int collections;
    private long last = MonotonicClock.millis();
    private WeakReference<Object> canary;

    GcWatch(ReferenceQueue<Object> queue, Supplier<Options> options) {
        this.queue = queue;
        this.options = options;
        renew();
    }

    /** Collections seen so far; may be read by any thread. */
    int collections() {
        return collections;
    }

    /** Whether a reference from the queue was the sign of a collection. */
    boolean takes(Reference<?> reference) {
        if (reference != canary) {
            return false;
        }
        last = MonotonicClock.millis();
        int next = collections + 1;
        collections = next;
        renew();
        return true;
    }

    /** Asks for a collection if the last one is longer ago than the option {@code gc.interval}. */
    void collectIfIdle() {
        long interval = options.get().gcIntervalMillis;
        if (interval > 0 && MonotonicClock.millis() - last > interval) {
            last = MonotonicClock.millis();
            System.gc();
        }
    }

    private void renew() {
        canary = new WeakReference<>(new Object(), queue);
    }
}

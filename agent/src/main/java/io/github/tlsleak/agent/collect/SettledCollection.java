package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.track.MonotonicClock;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.function.BooleanSupplier;

/**
 * Asks for garbage collections until what is garbage has been found. Stateless, thread-safe.
 *
 * <p>Two collections at least. The JVM hands references to their queues one list after another:
 * when a reference that the second collection cleared has come, all that the first one cleared
 * have. And what only a finalizable object held is found by the second one.
 */
final class SettledCollection {

    /** For the sign of a collection, which comes at once unless the JVM ignores the request. */
    private static final long SIGN_MILLIS = 2_000;

    /** Pauses for finalizers; each is followed by one more collection. */
    private static final int[] PAUSES = {2, 8, 32, 128};

    private static final int LAST_PAUSE = 50;

    private SettledCollection() {}

    /**
     * Collects, and waits for what that brings.
     *
     * @param settled judges what was found; true if nothing more is to come soon
     * @param limitMillis when to give up waiting; one collection is always waited for
     * @return false if no collection happened
     */
    static boolean perform(BooleanSupplier settled, long limitMillis) throws InterruptedException {
        return perform(settled, () -> false, limitMillis);
    }

    /**
     * As above, but one collection may be enough.
     *
     * @param enough judges what the first collection found; true if nothing is left to be found
     */
    static boolean perform(BooleanSupplier settled, BooleanSupplier enough, long limitMillis)
            throws InterruptedException {
        long end = MonotonicClock.millis() + limitMillis;
        if (!collected()) {
            return false;
        }
        if (enough.getAsBoolean()) {
            return true;
        }
        collected();
        for (int round = 0; !settled.getAsBoolean() && MonotonicClock.millis() < end; round++) {
            Thread.sleep(round < PAUSES.length ? PAUSES[round] : LAST_PAUSE);
            if (round < PAUSES.length) {
                // a finalizer has run meanwhile: its object goes with the next collection
                collected();
            }
        }
        return true;
    }

    /** Asks for a collection; returns whether one was seen. */
    private static boolean collected() throws InterruptedException {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> sign = new WeakReference<>(new Object(), queue);
        System.gc();
        boolean seen = queue.remove(SIGN_MILLIS) != null;
        // the sign must be reachable itself until here
        return seen && sign.get() == null;
    }
}

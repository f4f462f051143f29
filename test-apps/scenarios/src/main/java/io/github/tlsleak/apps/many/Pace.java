package io.github.tlsleak.apps.many;

import io.github.tlsleak.apps.support.Stage;

/**
 * Does something so many times a second at most, with a garbage collection about each second. One
 * thread.
 */
final class Pace {
    private static final long SECOND = 1_000_000_000L;

    private final int perSecond;
    private final long begin = System.nanoTime();
    private long done;

    Pace(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Whether so many seconds have not passed since the beginning. */
    boolean lasts(int seconds) {
        return System.nanoTime() - begin < seconds * SECOND;
    }

    /** Waits for the next time. */
    void next() {
        done++;
        if (done % perSecond == 0) {
            System.gc();
        }
        // no catching up after a stall: that would be no steady pace
        Stage.sleep(1_000 / perSecond);
    }
}

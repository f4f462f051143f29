package io.github.tlsleak.apps.many;

import io.github.tlsleak.apps.support.Stage;

/** Does something so many times a second, with a garbage collection each second. One thread. */
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

    /** Waits until the next time. */
    void next() {
        done++;
        if (done % perSecond == 0) {
            System.gc();
        }
        long due = begin + done * SECOND / perSecond;
        long wait = (due - System.nanoTime()) / 1_000_000;
        if (wait > 0) {
            Stage.sleep(wait);
        }
    }
}

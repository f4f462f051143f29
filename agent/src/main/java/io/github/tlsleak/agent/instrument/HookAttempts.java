package io.github.tlsleak.agent.instrument;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Limits attempts to hook a class: ten attempts, with a wait that doubles after each, which is less
 * than two minutes in all. Guarded by its owner.
 */
class HookAttempts {

    private static final int MOST = 10;
    private static final long FIRST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** How many classes are remembered. */
    private static final int MAX_CLASSES = 1_000;

    private final Map<String, Failed> failed = new HashMap<>();

    /** Whether it is time to try a class. */
    boolean mayTry(String className) {
        Failed before = failed.get(className);
        return before == null
                ? failed.size() < MAX_CLASSES
                : before.times < MOST && now() - before.since >= FIRST_WAIT_NANOS << before.times;
    }

    /** Whether a class will not be tried again. */
    boolean isOver(String className) {
        Failed before = failed.get(className);
        return before == null ? failed.size() >= MAX_CLASSES : before.times >= MOST;
    }

    void failed(String className) {
        count(className);
    }

    private Failed count(String className) {
        Failed one = failed.get(className);
        if (one == null) {
            one = new Failed();
            failed.put(className, one);
        }
        one.times++;
        one.since = now();
        return one;
    }

    void succeeded(String className) {
        failed.remove(className);
    }

    /** Allows no further attempt. */
    void giveUp(String className) {
        count(className).times = MOST;
    }

    /** Nanoseconds since an arbitrary moment; a test replaces this. */
    long now() {
        return System.nanoTime();
    }

    private static final class Failed {
        private int times;
        private long since;
    }
}

package io.github.tlsleak.agent.instrument;

/**
 * Looks whether the heap has room for the start of the agent, and pauses between two looks. It
 * allocates nothing. Garbage that is not collected yet counts as memory in use: a look that finds
 * no room may be followed by one that does. Stateless, thread-safe.
 */
class MemoryWait {

    /** The start needs less than that at any moment, and more than half of it. */
    private static final long ENOUGH_BYTES = 3 << 20;

    /** So many looks come soon after another: for a minute. */
    private static final int QUICK_LOOKS = 600;

    private static final long QUICK_MILLIS = 100;
    private static final long SLOW_MILLIS = 1_000;

    /** Whether there is room now. */
    boolean hasRoom() {
        Runtime jvm = Runtime.getRuntime();
        return hasRoom(jvm.maxMemory(), jvm.totalMemory(), jvm.freeMemory());
    }

    /**
     * Whether there is room in such a heap.
     *
     * @param most bytes that the heap may grow to
     * @param now bytes that it has
     * @param free those of them that are not in use
     */
    static boolean hasRoom(long most, long now, long free) {
        return most - now + free >= ENOUGH_BYTES;
    }

    /**
     * Waits for the next look.
     *
     * @param looks how many there were
     */
    void pause(int looks) {
        sleep(looks < QUICK_LOOKS ? QUICK_MILLIS : SLOW_MILLIS);
    }

    /** Sleeps, unless it is interrupted. */
    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            // nobody has a reason to interrupt; what comes next comes sooner
            return;
        }
    }
}

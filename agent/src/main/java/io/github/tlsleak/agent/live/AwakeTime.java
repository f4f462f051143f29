package io.github.tlsleak.agent.live;

/**
 * Notices when the whole process stood still: a suspended JVM, a closed laptop lid, a debugger. No
 * session is late for what it could not do meanwhile. Used by the collector's thread only.
 */
final class AwakeTime {

    /** The collector looks about every half a second, so a longer pause has another reason. */
    private static final long PAUSE_MILLIS = 5_000;

    private static final long SHORTEST_MILLIS = 2_000;

    private long last;
    private long since = Long.MIN_VALUE / 2;

    /**
     * @param now by the monotonic clock; what comes before the first tick is awake, too
     */
    AwakeTime(long now) {
        last = now;
    }

    /**
     * The process is awake.
     *
     * @param now by the monotonic clock
     * @param limit the time after which something counts as late; 0 for none
     */
    void tick(long now, long limit) {
        long pause = limit > 0 ? Math.min(PAUSE_MILLIS, limit / 2) : PAUSE_MILLIS;
        if (now - last > Math.max(SHORTEST_MILLIS, pause)) {
            since = now;
        }
        last = now;
    }

    /**
     * How long something has lasted while the process was awake: what was before the last pause
     * does not count.
     *
     * @param begin when it began, by the monotonic clock
     * @return milliseconds, 0 or more
     */
    long lasted(long begin, long now) {
        return Math.max(0, now - Math.max(begin, since));
    }
}

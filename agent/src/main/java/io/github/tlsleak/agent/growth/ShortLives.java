package io.github.tlsleak.agent.growth;

import java.util.Arrays;

/**
 * Sessions to one peer that came and went within a window of time. Says whether they are a churn:
 * many, short, and with a full handshake each. Used by one thread.
 */
public final class ShortLives {

    /** Of so many, the last ones, the lives are known. */
    private static final int LIVES = 64;

    /** So many windows before must have been a churn, if peers end the sessions. */
    private static final int WINDOWS_BEFORE = 2;

    private final int[] lives = new int[LIVES];
    private long begin;
    private int number;
    private int full;
    private int endedByPeer;
    private int churns;
    private long reportedPerMinute;
    private boolean known;

    public ShortLives(long now) {
        begin = now;
    }

    /**
     * A session has ended.
     *
     * @param lifeMillis how long it lasted
     * @param fullHandshake whether it had a full handshake, and did not resume an earlier one
     * @param byPeer whether the peer ended it first
     */
    public void add(long lifeMillis, boolean fullHandshake, boolean byPeer) {
        lives[number % LIVES] = (int) Math.min(Integer.MAX_VALUE, lifeMillis);
        number++;
        full += fullHandshake ? 1 : 0;
        endedByPeer += byPeer ? 1 : 0;
    }

    /**
     * Whether these are a churn.
     *
     * @param many how many are many in a window
     * @param shortMillis half of them must last no longer
     */
    public boolean isChurn(int many, long shortMillis) {
        return number >= many && full * 4L >= number * 3L && medianLife() <= shortMillis;
    }

    /**
     * Whether a churn lasts for long enough. A server that starts or has too much to do may turn
     * its clients away for a while; so where the peer ends most sessions, the windows before must
     * have been a churn, too.
     */
    public boolean isLasting() {
        return endedByPeer * 2 < number || churns >= WINDOWS_BEFORE;
    }

    /** Whether that is news: for the first time, or at twice the rate of the last time. */
    public boolean isNews(long now) {
        return !isReported() || perMinute(now) >= 2 * reportedPerMinute;
    }

    /** It was reported. */
    public void reported(long now) {
        reportedPerMinute = Math.max(1, perMinute(now));
        known = true;
    }

    /** That it is over was reported. */
    public void ended() {
        reportedPerMinute = 0;
    }

    /** Whether it was reported and is not over. */
    public boolean isReported() {
        return reportedPerMinute > 0;
    }

    /** Whether it was ever reported. */
    public boolean isKnown() {
        return known;
    }

    /** How long the window lasts already, milliseconds. */
    public long millis(long now) {
        return now - begin;
    }

    /**
     * Begins the next window.
     *
     * @param churn whether the one that ends was a churn
     */
    public void next(long now, boolean churn) {
        churns = churn ? Math.min(churns + 1, WINDOWS_BEFORE) : 0;
        endedByPeer = 0;
        begin = now;
        number = 0;
        full = 0;
    }

    public int number() {
        return number;
    }

    /** Sessions a minute of the window. */
    public long perMinute(long now) {
        return number * 60_000L / Math.max(1_000, millis(now));
    }

    /** How many of 100 resumed an earlier session. */
    public long resumedPercent() {
        return number == 0 ? 0 : Math.round((number - full) * 100.0 / number);
    }

    /** Half of the last ones lasted no longer, milliseconds; 0 if there are none. */
    public long medianLife() {
        int[] sorted = Arrays.copyOf(lives, Math.min(number, LIVES));
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
    }
}

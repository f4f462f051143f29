package io.github.tlsleak.agent.growth;

/**
 * Whether the number of a group's members grows steadily, and over how long a time. It looks at
 * several horizons at once: the shortest one, and always four times as long. A member is known by
 * the time since which it belongs to the group only. Used by one thread.
 *
 * <p>Each walk over the members calls {@link #add} for each of them and {@link #done} at its end.
 */
public final class Growth {

    /** Of a shortest one of 20 s, the longest lasts for 15 days. */
    private static final int HORIZONS = 9;

    private final Horizon[] horizons = new Horizon[HORIZONS];
    private int counted;
    private int members;
    private int highest;
    private int formerPeak;

    /**
     * @param shortestMillis the shortest horizon, 4 or more
     */
    public Growth(long shortestMillis) {
        long length = shortestMillis;
        for (int i = 0; i < HORIZONS; i++) {
            horizons[i] = new Horizon(length);
            length *= 4;
        }
    }

    /**
     * A member was met in this walk.
     *
     * @param since when it became a member, by the clock of {@link #done}
     */
    public void add(long since) {
        counted++;
        for (Horizon horizon : horizons) {
            horizon.add(since);
        }
    }

    /**
     * All members were met.
     *
     * @param now the time
     * @param collections how many garbage collections there were so far
     */
    public void done(long now, int collections) {
        members = counted;
        counted = 0;
        if (members <= highest / 2) {
            formerPeak = Math.max(formerPeak, highest);
            highest = 0;
        }
        highest = Math.max(highest, members);
        for (Horizon horizon : horizons) {
            horizon.done(now, collections);
        }
    }

    /** How many members there were in the last walk. */
    public int members() {
        return members;
    }

    /**
     * The highest number from which the group fell by half: it may well reach that again.
     *
     * @return 0 if it never fell so
     */
    public int formerPeak() {
        return formerPeak;
    }

    /**
     * The longest horizon over which the number has grown steadily, as the last walk has shown.
     *
     * @return 0 for the shortest one, 1 for one of four times its length, and so on; -1 if that
     *     walk has ended no window, or there is no steady growth
     */
    public int steadyOver() {
        int longest = HORIZONS - 1;
        while (longest >= 0 && !horizons[longest].isSteady()) {
            longest--;
        }
        return longest;
    }

    /** How many members took part in the steady growth over a horizon. */
    public int grownTo(int horizon) {
        return horizons[horizon].members();
    }

    /** How many members came in an hour of a horizon, less those that went. */
    public double perHour(int horizon) {
        return horizons[horizon].perHour();
    }
}

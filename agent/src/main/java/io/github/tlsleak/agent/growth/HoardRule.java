package io.github.tlsleak.agent.growth;

/**
 * Says when a steady growth is a hoard. Used by one thread.
 *
 * <p>Pools fill up, and load rises for hours: a group of some hundred members must grow for long to
 * be a hoard. The larger the group, the shorter a time will do, because it does harm soon, and few
 * pools are that large. Where the peers open the sessions, only a growth that outlasts a day is
 * one: they may come from early morning to noon, as evenly as a leak, and stay until the evening.
 */
public final class HoardRule {

    /** Members for one of the limit, above which a shorter growth will do. */
    private static final long MANY = 10;

    private static final long VERY_MANY = 100;

    /** The first horizon of {@link Growth} that is longer than a swing of the day rises. */
    private static final int A_DAY = 6;

    private final int limit;
    private int reported;
    private boolean known;

    /**
     * @param limit from which number on a group may be a hoard
     */
    public HoardRule(int limit) {
        this.limit = limit;
    }

    /**
     * Whether the group is a hoard now, and that is news: for the first time, or since it is twice
     * as large as it was the last time. To be asked after each walk.
     *
     * @param accepted whether the peers open the sessions
     */
    public boolean isNews(Growth growth, boolean accepted) {
        int horizon = growth.steadyOver();
        if (horizon < 0) {
            return false;
        }
        int size = growth.grownTo(horizon);
        return size >= limit
                && size >= 2L * reported
                && (horizon >= A_DAY || size * 2L >= growth.formerPeak() * 3L)
                && horizon >= needed(size, accepted);
    }

    /** The news was reported. */
    public void reported(Growth growth) {
        reported = growth.members();
        known = true;
    }

    /** Whether a hoard was ever reported. */
    public boolean isKnown() {
        return known;
    }

    /** The shortest horizon that counts, of {@link Growth}. */
    private int needed(int size, boolean accepted) {
        if (accepted) {
            return A_DAY;
        }
        if (size > VERY_MANY * limit) {
            return 1;
        }
        return size > MANY * limit ? 2 : 3;
    }

    /**
     * Whether a hoard that was reported is over: it has shrunk below half of what was reported, or
     * below the limit.
     */
    public boolean isOver(Growth growth) {
        return reported > 0 && (growth.members() < reported / 2 || growth.members() < limit);
    }

    /** That it is over was reported. */
    public void ended() {
        reported = 0;
    }
}

package io.github.tlsleak.agent.collect;

/**
 * Says when a steady growth is a hoard. Used by one thread.
 *
 * <p>Pools fill up, and load rises for hours: a group of some hundred members must grow for long to
 * be a hoard. The larger the group, the shorter a time will do, because it does harm soon, and few
 * pools are that large. Where the peers open the sessions, the time is longer: many of them may
 * come in the morning and stay for the day.
 */
final class HoardRule {

    /** Members for one of the limit, above which a shorter growth will do. */
    private static final long MANY = 10;

    private static final long VERY_MANY = 100;

    private final int limit;
    private int reported;
    private double perMinute;

    /**
     * @param limit from which number on a group may be a hoard
     */
    HoardRule(int limit) {
        this.limit = limit;
    }

    /**
     * Whether the group is a hoard now, and that is news: for the first time, or since it is twice
     * as large as it was the last time. To be asked after each walk.
     *
     * @param accepted whether the peers open the sessions
     */
    boolean look(Growth growth, boolean accepted) {
        int horizon = growth.steadyOver();
        if (horizon < 0) {
            return false;
        }
        int size = growth.grownTo(horizon);
        if (size < limit
                || size < 2L * reported
                || size * 2L < growth.formerPeak() * 3L
                || horizon < needed(size, accepted)) {
            return false;
        }
        reported = growth.members();
        perMinute = growth.perMinute(horizon);
        return true;
    }

    /** The shortest horizon that counts, of {@link Growth}. */
    private int needed(int size, boolean accepted) {
        if (size > VERY_MANY * limit) {
            return accepted ? 3 : 1;
        }
        if (size > MANY * limit) {
            return accepted ? 4 : 2;
        }
        return accepted ? 5 : 4;
    }

    /**
     * Whether a hoard that was reported is over: it has shrunk below half of what was reported, or
     * below the limit. Answers that once.
     */
    boolean isOver(Growth growth) {
        boolean over =
                reported > 0 && (growth.members() < reported / 2 || growth.members() < limit);
        if (over) {
            reported = 0;
        }
        return over;
    }

    /** Members that came a minute, when the hoard was last reported. */
    double perMinute() {
        return perMinute;
    }
}

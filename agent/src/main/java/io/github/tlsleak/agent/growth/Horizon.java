package io.github.tlsleak.agent.growth;

/**
 * One horizon of {@link Growth}: four windows of the same length. Each window ends after a garbage
 * collection of its own. Used by one thread.
 *
 * <p>At the end of a window those members count that were there at its beginning. Members that stay
 * for a short time only are thereby left out. The growth is steady if
 *
 * <ul>
 *   <li>each window has half of its share or more,
 *   <li>the second half has hardly less than the first one, 7 for 8, and the last window than the
 *       first, 3 for 4: what fills up, grows ever more slowly,
 *   <li>it makes up a quarter of the members or more,
 *   <li>of the members at the beginning hardly any has gone: 1 for 20 that came.
 * </ul>
 */
final class Horizon {

    private static final int WINDOWS = 4;

    /** Ends of windows that are kept: one before the first member counts. */
    private static final int ENDS = WINDOWS + 2;

    private final long window;
    private final long[] ends = new long[ENDS];

    /** How many were there at that end and at the one before. */
    private final int[] members = new int[ENDS];

    /** How many ends there are so far; {@link #ENDS} - 1 at most between two walks. */
    private int count;

    /** The collections at the last end. */
    private int collections;

    /** In the walk at work: members at the last end, and at the first one. */
    private int stayed;

    private int stayedAll;
    private boolean steady;
    private double perHour;

    Horizon(long millis) {
        window = Math.max(1, millis / WINDOWS);
    }

    void add(long since) {
        if (count > 0 && since <= ends[count - 1]) {
            stayed++;
            if (since <= ends[0]) {
                stayedAll++;
            }
        }
    }

    /** Ends a walk, and with it the window if that is long enough. */
    void done(long now, int collectionsSoFar) {
        steady = false;
        if (count == 0 || now - ends[count - 1] >= window && collectionsSoFar != collections) {
            end(now, collectionsSoFar);
        }
        stayed = 0;
        stayedAll = 0;
    }

    private void end(long now, int collectionsSoFar) {
        ends[count] = now;
        members[count] = stayed;
        collections = collectionsSoFar;
        count++;
        if (count == ENDS) {
            judge();
            System.arraycopy(ends, 1, ends, 0, ENDS - 1);
            System.arraycopy(members, 1, members, 0, ENDS - 1);
            count--;
        }
    }

    private void judge() {
        int growth = members[5] - members[1];
        int firstHalf = members[3] - members[1];
        int gone = members[1] - stayedAll;
        int first = members[2] - members[1];
        int last = members[5] - members[4];
        boolean even = growth > 0 && (long) last * 4 >= (long) first * 3;
        for (int i = 1; i <= WINDOWS; i++) {
            even &= (long) (members[i + 1] - members[i]) * 2 * WINDOWS >= growth;
        }
        steady =
                even
                        && (long) (growth - firstHalf) * 8 >= (long) firstHalf * 7
                        && (long) growth * 4 >= members[5]
                        && (long) gone * 20 <= growth;
        perHour = growth * 3_600_000.0 / Math.max(1, ends[5] - ends[1]);
    }

    /** Whether the last walk has ended a window, and the number grew steadily up to it. */
    boolean isSteady() {
        return steady;
    }

    /** How many members there were at that end. */
    int members() {
        return count == 0 ? 0 : members[count - 1];
    }

    /** How many came in an hour, less those that went. */
    double perHour() {
        return perHour;
    }
}

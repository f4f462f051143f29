package javax.net.ssl;

/**
 * The objects that are at work on a thread, which means that their methods run there; the outermost
 * comes first. This tells wrappers from delegates. Each object lies in a cell of its own. The
 * method that put it there empties the cell at its end, without a call: an exhausted stack must not
 * leave an object behind.
 *
 * <p>Defined in the boot loader beside {@link TlsLeakHooks}. HOLDS JDK TYPES ONLY: values stay in
 * the maps of application threads after a detach, and must not keep the agent's loader alive there.
 * A thread sees its own frames only.
 */
public final class TlsLeakFrames {

    private static final int MAX_DEPTH = 16;

    /** Ticks are counted up to this number, so that they are Integers that the JDK caches. */
    private static final int TICKS = 128;

    /** The age in ticks at which the objects at work on a thread are checked. */
    private static final int OLD = 2;

    // each cell holds an object, then the array that the cell is in; the cell after the last holds
    // the tick at which the outermost object was put in
    private static final ThreadLocal<Object[][]> FRAMES = new ThreadLocal<>();

    private static volatile int now;

    private TlsLeakFrames() {}

    /** Counts time, in steps of about half a second. Called by the agent's own thread. */
    public static void tick() {
        now = (now + 1) % TICKS;
    }

    /**
     * The outermost object at work on this thread.
     *
     * @return it, or null if there is none
     */
    public static Object outermost() {
        Object[][] frames = FRAMES.get();
        return frames == null ? null : frames[0][0];
    }

    /** The innermost object at work on this thread, or null. */
    static Object current() {
        Object[][] frames = FRAMES.get();
        int depth = frames == null ? 0 : depth(frames);
        return depth == 0 ? null : frames[depth - 1][0];
    }

    static Object[][] ofThread() {
        Object[][] frames = FRAMES.get();
        if (frames == null) {
            frames = made();
            FRAMES.set(frames);
        }
        return frames;
    }

    private static Object[][] made() {
        Object[][] frames = new Object[MAX_DEPTH + 1][2];
        for (Object[] cell : frames) {
            cell[1] = frames;
        }
        return frames;
    }

    /**
     * The cell for an object whose method begins.
     *
     * @return null if the object is innermost already, or if no cell is left
     */
    static Object[] next(Object[][] frames, Object self) {
        int depth = depth(frames);
        if (depth == MAX_DEPTH || (depth > 0 && frames[depth - 1][0] == self)) {
            return null;
        }
        if (depth == 0) {
            frames[MAX_DEPTH][0] = Integer.valueOf(now);
        }
        return frames[depth];
    }

    /** Empties a cell and all inner ones; returns the object that is innermost then, or null. */
    static Object leave(Object[] cell) {
        // a look-up by the thread would cost more
        Object[][] frames = (Object[][]) cell[1];
        int depth = 0;
        while (depth < MAX_DEPTH && frames[depth] != cell) {
            depth++;
        }
        clear(frames, depth);
        return depth == 0 ? null : frames[depth - 1][0];
    }

    static void clear(Object[][] frames, int from) {
        for (int i = from; i < MAX_DEPTH && frames[i][0] != null; i++) {
            frames[i][0] = null;
        }
    }

    /** Whether the outermost object has been at work for long; true once every few ticks. */
    static boolean isOld(Object[][] frames) {
        if (frames[0][0] == null) {
            return false;
        }
        int tick = now;
        Object since = frames[MAX_DEPTH][0];
        if (since instanceof Integer && (tick - (Integer) since & TICKS - 1) < OLD) {
            return false;
        }
        frames[MAX_DEPTH][0] = Integer.valueOf(tick);
        return true;
    }

    private static int depth(Object[][] frames) {
        int depth = 0;
        while (depth < MAX_DEPTH && frames[depth][0] != null) {
            depth++;
        }
        return depth;
    }
}

package io.github.tlsleak.cli.report.model.open;

import java.util.Map;
import java.util.TreeMap;

/** Numbers of living sessions by JVM, state and class of age. Used by one thread. */
public final class OpenCells {

    /** Number of states: those of {@link OpenSessionState}, and the same at the end of the JVM. */
    public static final int STATES = 2 * OpenSessionState.values().length;

    private final int ages;

    /** Sessions by JVM, state and age in one number. */
    private final Map<Long, Long> cells = new TreeMap<>();

    /**
     * @param ages number of classes of age
     */
    public OpenCells(int ages) {
        this.ages = ages;
    }

    /** The index of a state. */
    @SuppressWarnings("EnumOrdinal")
    private static int index(OpenSessionState state, boolean atExit) {
        return 2 * state.ordinal() + (atExit ? 1 : 0);
    }

    /** The state of an index. */
    public static OpenSessionState state(int index) {
        return OpenSessionState.values()[index / 2];
    }

    /** Whether the sessions of an index were open when their JVM ended. */
    public static boolean isAtExit(int index) {
        return index % 2 == 1;
    }

    public void add(int jvm, OpenSessionState state, boolean atExit, int age, long sessions) {
        long cell = ((long) jvm * STATES + index(state, atExit)) * ages + age;
        cells.merge(cell, sessions, Long::sum);
    }

    public void addAll(OpenCells other) {
        other.cells.forEach((cell, sessions) -> cells.merge(cell, sessions, Long::sum));
    }

    /** Sessions of a state by age. */
    public long[] ages(int state) {
        long[] sums = new long[ages];
        cells.forEach(
                (cell, sessions) -> {
                    if (cell / ages % STATES == state) {
                        sums[(int) (cell % ages)] += sessions;
                    }
                });
        return sums;
    }

    /** JVM, state, age, sessions of each cell, in this order. */
    public long[] flat() {
        long[] flat = new long[cells.size() * 4];
        int i = 0;
        for (Map.Entry<Long, Long> entry : cells.entrySet()) {
            long cell = entry.getKey();
            flat[i++] = cell / ages / STATES;
            flat[i++] = cell / ages % STATES;
            flat[i++] = cell % ages;
            flat[i++] = entry.getValue();
        }
        return flat;
    }
}

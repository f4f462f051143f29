package io.github.tlsleak.cli.report.model.cells;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns the numbers of findings into a list, and back: grade, verdict, then a span and a count for
 * each span. A span is counted in widths, the first from 1970, each further one from the one
 * before. Numbers without a time are left out. Stateless.
 */
public final class CellState {

    private CellState() {}

    /** The list; empty if no time is known. */
    public static List<Object> save(FindingCells from, String[] gradeNames) {
        List<Object> state = new ArrayList<>();
        from.each(from.width(), new Writer(state, from.width(), gradeNames));
        return state;
    }

    /** Adds the numbers of a list. What cannot have been saved is left out. */
    public static void load(List<Object> state, long width, FindingCells to, String[] gradeNames) {
        if (!TimeWidths.is(width)) {
            return;
        }
        to.widen(width);
        int grade = -1;
        String verdict = "";
        long span = 0;
        for (int i = 0; i + 1 < state.size(); i += 2) {
            Object first = state.get(i);
            Object second = state.get(i + 1);
            if (first instanceof String && second instanceof String) {
                grade = grade((String) first, gradeNames);
                verdict = (String) second;
                span = 0;
            } else if (first instanceof Long && second instanceof Long) {
                span += (Long) first;
                long most = TimeWidths.MAX_MILLIS / width;
                boolean fits = span > -most && span < most;
                if (fits && grade >= 0 && (Long) second > 0) {
                    to.add(grade, verdict, span * width, (Long) second);
                }
            }
        }
    }

    private static int grade(String name, String[] names) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Writes one kind after the other. Used by one thread. */
    private static final class Writer implements CellSink {

        private final List<Object> state;
        private final long width;
        private final String[] names;
        private int lastGrade = -1;
        private String lastVerdict = "";
        private long lastSpan;

        Writer(List<Object> state, long width, String[] names) {
            this.state = state;
            this.width = width;
            this.names = names;
        }

        @Override
        public void cell(int grade, String verdict, long from, long count) {
            if (from == NO_TIME) {
                return;
            }
            if (grade != lastGrade || !verdict.equals(lastVerdict)) {
                state.add(names[grade]);
                state.add(verdict);
                lastGrade = grade;
                lastVerdict = verdict;
                lastSpan = 0;
            }
            long span = from / width;
            state.add(span - lastSpan);
            state.add(count);
            lastSpan = span;
        }
    }
}

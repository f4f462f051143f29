package io.github.tlsleak.cli.report.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines that follow one another in a report: filled by the thread that reads, then parsed by any
 * thread, then handled by the thread that reads. Never used by two threads at a time.
 */
final class LineBatch {

    private static final int MAX_LINES = 128;
    private static final int MAX_BYTES = 1 << 18;

    private byte[] bytes = new byte[1 << 16];
    private final int[] ends = new int[MAX_LINES];
    private final ReportLine[] lines = new ReportLine[MAX_LINES];
    private final boolean[] parsed = new boolean[MAX_LINES];
    private final boolean[] cut = new boolean[MAX_LINES];
    private final boolean[] tooLong = new boolean[MAX_LINES];
    private int size;
    private long firstNumber;

    /** Whether the last line ends with a line feed; all others do. */
    private boolean ended;

    LineBatch() {
        Arrays.setAll(lines, i -> new ReportLine());
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == MAX_LINES || from(size) >= MAX_BYTES;
    }

    /** Adds the line that a splitter is at. */
    void add(LineSplitter splitter) {
        int from = from(size);
        int end = from + splitter.length();
        if (end > bytes.length) {
            // twice the most would be a humongous object, for which G1 starts a collection
            int more = Math.min(2 * bytes.length, MAX_BYTES + (MAX_BYTES >> 2));
            bytes = Arrays.copyOf(bytes, Math.max(end, more));
        }
        System.arraycopy(splitter.bytes(), 0, bytes, from, splitter.length());
        ends[size] = end;
        tooLong[size] = splitter.isTooLong();
        firstNumber = size == 0 ? splitter.number() : firstNumber;
        ended = splitter.isEnded();
        size++;
    }

    /** Parses all lines, stacks aside where they can be cut out. */
    void parse(LineParser parser) {
        for (int i = 0; i < size; i++) {
            parsed[i] = false;
            cut[i] = false;
            if (tooLong[i] || isBlank(i)) {
                continue;
            }
            byte[] rest = CutStack.of(bytes, from(i), ends[i]);
            cut[i] = rest != null && parser.parse(rest, 0, rest.length, lines[i]);
            parsed[i] = cut[i] || parseWhole(i, parser);
        }
    }

    private boolean parseWhole(int i, LineParser parser) {
        return parser.parse(bytes, from(i), ends[i] - from(i), lines[i]);
    }

    /** Parses a line again, with the stack that was cut out. */
    void restore(int i, LineParser parser) {
        if (cut[i]) {
            cut[i] = false;
            parsed[i] = parseWhole(i, parser);
        }
    }

    /** Whether the stack of a line is not in it, though it has one. */
    boolean isCut(int i) {
        return cut[i];
    }

    /** The fields of a line; null if it is not one whole JSON object. */
    @Nullable ReportLine line(int i) {
        return parsed[i] ? lines[i] : null;
    }

    /** The number of a line in its file, counted from 1. */
    long number(int i) {
        return firstNumber + i;
    }

    /** Whether a line begins as those of a report do. */
    boolean isBegun(int i) {
        return !tooLong[i] && from(i) < ends[i] && bytes[from(i)] == '{';
    }

    /** Whether a line ends with a line feed. */
    boolean isEnded(int i) {
        return i < size - 1 || ended;
    }

    /** Whether a line has nothing in it. */
    boolean isBlank(int i) {
        for (int at = from(i); at < ends[i]; at++) {
            if (bytes[at] != ' ' && bytes[at] != '\r' && bytes[at] != '\t') {
                return false;
            }
        }
        return true;
    }

    private int from(int i) {
        return i == 0 ? 0 : ends[i - 1];
    }
}

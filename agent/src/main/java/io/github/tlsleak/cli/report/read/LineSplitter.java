package io.github.tlsleak.cli.report.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines of bytes. Input that is not UTF-8 or has no line ends costs no more
 * memory than a report. Used by one thread.
 */
final class LineSplitter {

    /** Longer lines are skipped. The deepest stack that the agent takes makes about 100 KB. */
    static final int MAX_BYTES = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;

    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;
    private boolean tooLong;
    private boolean ended;
    private long bytesRead;

    LineSplitter(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line. Returns false if there is none. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        ended = false;
        if (!fill()) {
            return false;
        }
        number++;
        while (!ended && fill()) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            append(end);
            ended = end < limit;
            position = ended ? end + 1 : end;
        }
        return true;
    }

    /**
     * The line is in the first {@link #length} bytes. Valid until the next call of {@link #next}.
     */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** The number of the line, counted from 1. */
    long number() {
        return number;
    }

    /** Bytes taken from the stream so far: all lines so far, and perhaps more. */
    long bytesRead() {
        return bytesRead;
    }

    /** Whether the line is longer than {@link #MAX_BYTES}. If so, its end is missing. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Whether the line ends with a line feed. */
    boolean isEnded() {
        return ended;
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(0, in.read(buffer));
        bytesRead += limit;
        return limit > 0;
    }

    private void append(int end) {
        int count = end - position;
        if (length + count > MAX_BYTES) {
            tooLong = true;
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
        }
        System.arraycopy(buffer, position, line, length, count);
        length += count;
    }
}

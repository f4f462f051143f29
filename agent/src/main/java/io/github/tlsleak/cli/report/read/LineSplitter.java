package io.github.tlsleak.cli.report.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines of bytes. Input that is not UTF-8 or has no line ends costs no more
 * memory than a report. Used by one thread.
 */
final class LineSplitter {

    /** Longer lines are skipped. The deepest stack that the agent takes makes about 100 KB. */
    static final int MAX_BYTES = 1 << 20;

    /** The beginning of a document is in so many bytes. */
    private static final int BEGINNING = 256;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;

    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;
    private boolean tooLong;
    private boolean ended;
    private long bytesRead;
    private @Nullable IOException failure;

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
     * Whether what comes next is a JSON document with a first field of this name and value. Blanks
     * may stand between its parts.
     */
    boolean isAtDocument(String name, String value) throws IOException {
        if (!fill() || buffer[position] != '{') {
            return false;
        }
        ahead();
        int colon = behindQuoted(position + 1, name);
        if (colon < 0 || colon >= limit || buffer[colon] != ':') {
            return false;
        }
        return behindQuoted(colon + 1, value) >= 0;
    }

    /**
     * Where the blanks end that follow a text in quotes, or a negative number if it is not there.
     */
    private int behindQuoted(int from, String text) {
        int at = behindBlanks(from);
        int end = at + text.length() + 1;
        if (end >= limit || buffer[at] != '"' || buffer[end] != '"') {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (buffer[at + 1 + i] != text.charAt(i)) {
                return -1;
            }
        }
        return behindBlanks(end + 1);
    }

    private int behindBlanks(int from) {
        int at = from;
        while (at < limit && isBlank(buffer[at])) {
            at++;
        }
        return at;
    }

    /** Whether a blank or a line end comes next. */
    boolean isAtBlank() throws IOException {
        return fill() && isBlank(buffer[position]);
    }

    /** Goes over one byte. */
    void skip() {
        position++;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Makes the buffer hold the beginning of a document, if the stream has so much. */
    private void ahead() {
        int kept = limit - position;
        if (kept >= BEGINNING) {
            return;
        }
        System.arraycopy(buffer, position, buffer, 0, kept);
        position = 0;
        limit = kept;
        int count = 0;
        try {
            while (limit < BEGINNING && count >= 0) {
                count = in.read(buffer, limit, buffer.length - limit);
                limit += Math.max(0, count);
                bytesRead += Math.max(0, count);
            }
        } catch (IOException e) {
            // what was read before it counts
            failure = e;
        }
    }

    /** All bytes that come next. */
    InputStream rest() {
        InputStream buffered = new ByteArrayInputStream(buffer, position, limit - position);
        position = limit;
        return new SequenceInputStream(buffered, in);
    }

    /** Puts back what was read of {@link #rest} beyond the part that was wanted. */
    void putBack(byte[] bytes) {
        byte[] left = Arrays.copyOfRange(buffer, position, limit);
        buffer = Arrays.copyOf(bytes, Math.max(buffer.length, bytes.length + left.length));
        System.arraycopy(left, 0, buffer, bytes.length, left.length);
        position = 0;
        limit = bytes.length + left.length;
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
        if (failure != null) {
            throw failure;
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

package io.github.tlsleak.cli.report.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the stack out of a line without parsing it. Most bytes of a large report are stacks of sites
 * that another file has described. Stateless.
 */
final class CutStack {

    /** Cutting pays for itself from this length on, in bytes. */
    private static final int LEAST_BYTES = 1 << 10;

    private static final byte[][] BEGINNINGS = {
        "\"stack\":[".getBytes(StandardCharsets.US_ASCII),
        "\"seen\":[".getBytes(StandardCharsets.US_ASCII),
    };

    private CutStack() {}

    /**
     * The line with an empty stack.
     *
     * @param bytes hold the line
     * @param from its first byte
     * @param to behind its last byte
     * @return null if it has no stack, or one that only a parser can judge: with escapes, or with
     *     characters beyond ASCII
     */
    static byte @Nullable [] of(byte[] bytes, int from, int to) {
        if (to - from < LEAST_BYTES) {
            return null;
        }
        int first = behindBeginning(bytes, from, to);
        int end = first < 0 ? -1 : behindTexts(bytes, first, to);
        if (end < 0) {
            return null;
        }
        int before = first - from;
        byte[] cut = Arrays.copyOfRange(bytes, from, from + before + to - end);
        System.arraycopy(bytes, end, cut, before, to - end);
        return cut;
    }

    /** The first byte of the array, or a negative number if there is no stack. */
    private static int behindBeginning(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            // quotes inside texts are escaped, so this one begins a name or a text, or ends one
            if (bytes[i] == '"') {
                for (byte[] beginning : BEGINNINGS) {
                    if (isAt(bytes, i, to, beginning)) {
                        return i + beginning.length;
                    }
                }
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] bytes, int at, int to, byte[] wanted) {
        if (to - at < wanted.length) {
            return false;
        }
        for (int i = 1; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the texts of an array end, or a negative number if it holds anything else. */
    private static int behindTexts(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == '"') {
            at = behindPlain(bytes, at + 1, to);
            if (at + 1 >= to || bytes[at] != '"') {
                return -1;
            }
            at++;
            if (bytes[at] == ']') {
                return at;
            }
            if (bytes[at] != ',') {
                return -1;
            }
            at++;
        }
        return -1;
    }

    private static int behindPlain(byte[] bytes, int from, int to) {
        int at = from;
        // a byte beyond ASCII is negative
        while (at < to && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }
}

package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.common.text.PlainText;
import java.util.Arrays;

/**
 * Makes texts from a report's characters. The lines of a report repeat themselves, so the same
 * characters give the same object most of the time. Of bounded size; used by one thread.
 */
final class TextCache {

    /** Longer texts are cut. Frames and names of ordinary programs are far shorter. */
    static final int MAX_TEXT = 500;

    private final char[][] raw;
    private final String[] clean;

    /**
     * @param size how many texts are kept, a power of two
     */
    TextCache(int size) {
        raw = new char[size][];
        clean = new String[size];
    }

    /** The text of these characters, cut, without control characters. */
    String text(char[] chars, int offset, int length) {
        if (length > MAX_TEXT) {
            return PlainText.printable(PlainText.cut(new String(chars, offset, length), MAX_TEXT));
        }
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = (hash ^ hash >>> 15) & (raw.length - 1);
        if (!isSame(raw[slot], chars, offset, length)) {
            raw[slot] = Arrays.copyOfRange(chars, offset, offset + length);
            clean[slot] = PlainText.printable(new String(raw[slot]));
        }
        return clean[slot];
    }

    private static boolean isSame(char[] text, char[] chars, int offset, int length) {
        if (text == null || text.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text[i] != chars[offset + i]) {
                return false;
            }
        }
        return true;
    }
}

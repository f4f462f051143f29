package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.common.text.PlainText;
import java.util.Arrays;

/**
 * Makes texts of a report's characters, the same object for the same text most of the time: the
 * lines of a report repeat themselves. Of bounded size; used by one thread.
 */
final class TextCache {

    /** Longer texts are cut; no frame or name of a sane program comes near. */
    static final int MAX_TEXT = 500;

    private final char[][] raw;
    private final String[] clean;

    /** For a number of texts, a power of two. */
    TextCache(int size) {
        raw = new char[size][];
        clean = new String[size];
    }

    /** The text of these characters, cut, and fit to be printed. */
    String text(char[] chars, int offset, int length) {
        if (length > MAX_TEXT) {
            return PlainText.printable(PlainText.cut(new String(chars, offset, length), MAX_TEXT));
        }
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int place = (hash ^ hash >>> 15) & (raw.length - 1);
        if (!isSame(raw[place], chars, offset, length)) {
            raw[place] = Arrays.copyOfRange(chars, offset, offset + length);
            clean[place] = PlainText.printable(new String(raw[place]));
        }
        return clean[place];
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

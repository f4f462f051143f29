package io.github.tlsleak.cli.terminal;

/**
 * How many columns of a terminal a text takes: none for a combining character, two for a wide one,
 * as most of Chinese, Japanese and Korean are. Stateless, thread-safe.
 */
public final class TextWidth {

    /** First and last characters of the ranges that are wide (East Asian Width W and F). */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x23e9, 0x23ec, 0x25fd, 0x25fe, 0x2614, 0x2615, 0x2648,
        0x2653, 0x26aa, 0x26ab, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x2705, 0x2705, 0x270a, 0x270b,
        0x2728, 0x2728, 0x274c, 0x274c, 0x2753, 0x2755, 0x2795, 0x2797, 0x2b1b, 0x2b1c, 0x2e80,
        0x303e, 0x3041, 0xa4cf, 0xa960, 0xa97c, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19,
        0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18cff, 0x1b000, 0x1b2ff, 0x1f004,
        0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a, 0x1f200, 0x1f320, 0x1f32d,
        0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0, 0x1f3ca, 0x1f3cf, 0x1f3d3, 0x1f3e0,
        0x1f3f0, 0x1f3f8, 0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff, 0x1f53d, 0x1f54b,
        0x1f567, 0x1f595, 0x1f596, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6cc, 0x1f6d0, 0x1f6ff, 0x1f7e0,
        0x1f7eb, 0x1f90c, 0x1faff, 0x20000, 0x3fffd
    };

    /** Vowels and finals of Korean, which join the character before. */
    private static final int JOINED_FIRST = 0x1160;

    private static final int JOINED_LAST = 0x11ff;

    private TextWidth() {}

    /** The columns that a text of one line takes. */
    public static int of(CharSequence text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int point = Character.codePointAt(text, i);
            columns += of(point);
            i += Character.charCount(point);
        }
        return columns;
    }

    private static int of(int point) {
        if (point < 0x300) {
            return 1;
        }
        switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK:
            case Character.ENCLOSING_MARK:
            case Character.FORMAT:
                return 0;
            default:
                return point >= JOINED_FIRST && point <= JOINED_LAST ? 0 : isWide(point) ? 2 : 1;
        }
    }

    private static boolean isWide(int point) {
        for (int i = 0; i < WIDE.length && WIDE[i] <= point; i += 2) {
            if (point <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The text with blanks up to a number of columns. */
    public static String padded(String text, int columns) {
        StringBuilder padded = new StringBuilder(text);
        for (int i = of(text); i < columns; i++) {
            padded.append(' ');
        }
        return padded.toString();
    }

    /** The beginning of a text that takes no more than a number of columns. */
    public static String cut(String text, int columns) {
        int taken = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            taken += of(point);
            if (taken > columns) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }
}

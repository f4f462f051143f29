package io.github.tlsleak.cli.terminal;

import io.github.tlsleak.common.text.PlainText;

/**
 * Makes texts of a JVM safe for a terminal. The JVM's user may have put control characters into
 * them, to command the terminal of the user who asks. Stateless.
 */
public final class TerminalText {

    private static final String HEX = "0123456789abcdef";

    private TerminalText() {}

    /** A text of several lines. Each character that a terminal obeys becomes a question mark. */
    public static String lines(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int start = 0;
        for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', start)) {
            int end = feed > start && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
            clean.append(PlainText.printable(text.substring(start, end))).append('\n');
            start = feed + 1;
        }
        return clean.append(PlainText.printable(text.substring(start))).toString();
    }

    /**
     * A JSON document with the same meaning. Characters beyond ASCII occur in strings only and
     * become escapes. Control characters of ASCII occur between tokens only and become blanks.
     */
    public static String json(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c >= ' ' && c <= '~') {
                clean.append(c);
            } else if (c < ' ') {
                clean.append(' ');
            } else {
                clean.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    clean.append(HEX.charAt((c >> shift) & 0xf));
                }
            }
        }
        return clean.toString();
    }
}

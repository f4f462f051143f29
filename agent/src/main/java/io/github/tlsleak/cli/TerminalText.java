package io.github.tlsleak.cli;

import io.github.tlsleak.common.text.PlainText;

/**
 * What a JVM says of itself, made fit for a terminal: whoever runs it may have written it for the
 * terminal of whoever asks. Stateless.
 */
final class TerminalText {

    private static final String HEX = "0123456789abcdef";

    private TerminalText() {}

    /** A text of several lines, with a question mark for whatever a terminal obeys. */
    static String lines(String text) {
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
     * A JSON document that means the same: beyond ASCII a terminal may obey what stands in strings
     * only, where an escape stands for it; what it obeys of ASCII is blank between tokens, or no
     * JSON at all.
     */
    static String json(String text) {
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

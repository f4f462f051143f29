package io.github.tlsleak.common.text;

import java.util.Locale;

/** Texts that are shown to people. Stateless, thread-safe. */
public final class PlainText {

    private PlainText() {}

    /** Such as {@code 1 leak} or {@code 2 leaks}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Such as {@code 800 bytes}, {@code 34 kB}, {@code 3.4 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        if (bytes < 1_000_000) {
            return bytes / 1_000 + " kB";
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** The text, which comes from outside, with a question mark for whatever a terminal obeys. */
    public static String printable(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            clean.appendCodePoint(isObeyed(point) ? '?' : point);
            i += Character.charCount(point);
        }
        return clean.toString();
    }

    /** At most so many characters of a text; null stays null. */
    public static String cut(String text, int max) {
        return text == null || text.length() <= max ? text : text.substring(0, max) + "...";
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isObeyed(int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.SURROGATE:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            // newer than this Java: Java 8 does not know U+2066, which turns the direction
            case Character.UNASSIGNED:
                return true;
            default:
                return false;
        }
    }
}

package io.github.tlsleak.common.text;

/** Formats texts for people. Stateless, thread-safe. */
public final class PlainText {

    private PlainText() {}

    /** A number with its noun: {@code 1 leak}, {@code 2 leaks}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A size with its unit: {@code 800 bytes}, {@code 34 kB}, {@code 3.4 MB}, {@code 1.2 GB}. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        if (bytes < 1_000_000) {
            return bytes / 1_000 + " kB";
        }
        boolean giga = bytes >= 1_000_000_000;
        return Decimals.oneDigit(bytes, giga ? 1_000_000_000 : 1_000_000) + (giga ? " GB" : " MB");
    }

    /** A foreign text with a question mark in place of each character that a terminal obeys. */
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

    /** The first {@code max} characters of a text, and "..." if there are more. */
    public static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "...";
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
            // may be a newer control: Java 8 does not know U+2066, which changes the direction
            case Character.UNASSIGNED:
                return true;
            default:
                return false;
        }
    }
}

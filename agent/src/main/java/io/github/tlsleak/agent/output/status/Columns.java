package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.common.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Builds lines for people: labels on the left, values wrapped at {@value #WIDTH} columns.
 * Characters that a terminal would obey are replaced. Used by one thread.
 */
final class Columns {

    static final int WIDTH = 120;
    private static final int LABEL = 14;

    private final StringBuilder out = new StringBuilder(2048);

    /** A line without indentation. */
    Columns line(String text) {
        return wrap("", text, 2);
    }

    /** A label and its value. Null and empty values are left out. */
    Columns row(String label, @Nullable String value) {
        return value == null || value.isEmpty() ? this : wrap(pad(label, LABEL), value, LABEL);
    }

    /** An indented line of a list. */
    Columns item(String text) {
        return wrap("  ", text, 6);
    }

    /** Pads a text with spaces to a width; a longer one is followed by one space. */
    static String pad(String text, int width) {
        StringBuilder padded = new StringBuilder(text);
        do {
            padded.append(' ');
        } while (padded.length() < width);
        return padded.toString();
    }

    private Columns wrap(String start, String text, int indent) {
        String rest = PlainText.printable(text);
        String margin = start;
        while (margin.length() + rest.length() > WIDTH) {
            int cut = cut(rest, WIDTH - margin.length());
            append(margin, rest.substring(0, cut));
            rest = rest.substring(skip(rest, cut));
            margin = pad("", indent);
        }
        append(margin, rest);
        return this;
    }

    private void append(String margin, String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        out.append(margin).append(text, 0, end).append('\n');
    }

    /** Where to break: at the last space that fits, or else in the middle of the word. */
    private static int cut(String text, int room) {
        int space = text.lastIndexOf(' ', room);
        if (space > 0) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
    }

    private static int skip(String text, int start) {
        int next = start;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    /** All lines, each with a line feed. */
    @Override
    public String toString() {
        return out.toString();
    }
}

package io.github.tlsleak.common.labels;

import io.github.tlsleak.common.text.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parses the text of the option {@code labels}: {@code service:shop,note:"a, b"}. A value in single
 * or double quotes may hold anything; its own quote is written twice. Used by one thread.
 */
public final class LabelText {

    /** The text that asks for no labels at all. */
    public static final String OFF = "off";

    private static final int SHOWN = 40;

    private final String text;
    private int pos;

    private LabelText(String text) {
        this.text = text;
    }

    /**
     * Parses labels. References to variables stay as they are.
     *
     * @return names as given and values, which may be empty
     * @throws IllegalArgumentException with a message for the user
     */
    public static Map<String, String> parse(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        LabelText parser = new LabelText(text);
        while (parser.pos < text.length()) {
            parser.item(labels);
        }
        return labels;
    }

    /**
     * Where labels end that stand among agent arguments without quotes around them. A part between
     * commas is one more label if a colon comes in it before any equals sign.
     *
     * @param start where they begin
     * @return the place of the comma behind them, or the text's length
     */
    public static int end(String text, int start) {
        int end = endOfPart(text, start);
        while (end < text.length() && isLabel(text, end + 1)) {
            end = endOfPart(text, end + 1);
        }
        return end;
    }

    /** A value in quotes, if the parser would change or split it without them. */
    static String quote(String value) {
        boolean plain =
                value.indexOf(',') < 0
                        && !value.isEmpty()
                        && !isQuote(value.charAt(0))
                        && value.trim().equals(value);
        return plain ? value : '\'' + value.replace("'", "''") + '\'';
    }

    private static boolean isLabel(String text, int start) {
        int end = endOfPart(text, start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '=') {
                return c == ':';
            }
        }
        return false;
    }

    /** The next comma that is not inside a quoted value. */
    private static int endOfPart(String text, int start) {
        int colon = text.indexOf(':', start);
        int comma = text.indexOf(',', start);
        if (colon >= 0 && (comma < 0 || colon < comma)) {
            int value = skipSpace(text, colon + 1);
            if (value < text.length() && isQuote(text.charAt(value))) {
                comma = text.indexOf(',', closing(text, value));
            }
        }
        return comma < 0 ? text.length() : comma;
    }

    private void item(Map<String, String> labels) {
        int end = endOfPart(text, pos);
        int colon = text.indexOf(':', pos);
        String part = text.substring(pos, end).trim();
        if (colon < 0 || colon >= end) {
            if (!part.isEmpty()) {
                throw bad("'" + show(part) + "' is not name:value");
            }
            pos = end + 1;
            return;
        }
        String name = text.substring(pos, colon).trim();
        String value = value(name, colon + 1, end);
        pos = end + 1;
        // one that is too long is left out later: the others are good
        if (name.length() <= Labels.MAX_NAME && !LabelNames.isGood(name)) {
            throw bad("'" + show(name) + "' is no name (" + LabelNames.RULE + ")");
        }
        LabelVariables.check(value);
        if (labels.put(name, value) != null) {
            throw bad("label " + show(name) + " is given twice");
        }
    }

    private String value(String name, int start, int end) {
        int first = skipSpace(text, start);
        if (first >= end || !isQuote(text.charAt(first))) {
            return text.substring(start, end).trim();
        }
        int last = closing(text, first);
        if (last == text.length()) {
            throw bad("closing quote of label " + show(name) + " is missing");
        }
        if (!text.substring(last + 1, end).trim().isEmpty()) {
            throw bad("text after the closing quote of label " + show(name));
        }
        String quote = text.substring(first, first + 1);
        return text.substring(first + 1, last).replace(quote + quote, quote);
    }

    /** The place of the quote that closes the one at {@code open}, or the text's length. */
    private static int closing(String text, int open) {
        char quote = text.charAt(open);
        int i = open + 1;
        while (i < text.length()) {
            if (text.charAt(i) != quote) {
                i++;
            } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                i += 2;
            } else {
                return i;
            }
        }
        return text.length();
    }

    private static int skipSpace(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static String show(String text) {
        return PlainText.printable(PlainText.cut(text, SHOWN));
    }

    private static IllegalArgumentException bad(String message) {
        return new IllegalArgumentException(message);
    }
}

package io.github.tlsleak.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks lines that are wider than a terminal: never inside a word, nor between a number and its
 * noun. A word that is wider than a line stays whole. Stateless, thread-safe.
 */
public final class LineBreaks {

    /** A blank at which a line is not broken. */
    public static final char GLUE = '\u00a0';

    private static final Pattern FRAME = Pattern.compile("[^ ]+\\([^ ]*:\\d+\\)");

    private LineBreaks() {}

    /**
     * Breaks a sentence between words.
     *
     * @param start the beginning of the first line
     * @param indent the columns before the other lines
     * @param text what follows the start
     * @return the lines, in which {@link #GLUE} is still there
     */
    public static List<String> ofSentence(String start, int indent, String text, int width) {
        return ofSentence(start, indent, text, width, true);
    }

    /**
     * The same.
     *
     * @param breaksFrames whether a frame that is wider than a line is broken
     */
    public static List<String> ofSentence(
            String start, int indent, String text, int width, boolean breaksFrames) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(start);
        boolean empty = true;
        for (String word : words(text)) {
            if (!empty && TextWidth.of(line) + 1 + TextWidth.of(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(TextWidth.padded("", indent));
                empty = true;
            }
            line.append(empty ? "" : " ");
            int room = breaksFrames ? width : Integer.MAX_VALUE;
            List<String> parts = parts(line, empty ? word.trim() : word, indent, room);
            for (String part : parts.subList(0, parts.size() - 1)) {
                lines.add(line + part);
                line.setLength(0);
                line.append(TextWidth.padded("", indent));
            }
            line.append(parts.get(parts.size() - 1));
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * Breaks a frame before its file, or else behind a dot.
     *
     * @param start the beginning of the first line
     */
    public static List<String> ofFrame(String start, String frame, int width) {
        List<String> lines = new ArrayList<>();
        String indent = TextWidth.padded("", TextWidth.of(start) + 2);
        String begin = start;
        String rest = frame;
        while (TextWidth.of(begin) + TextWidth.of(rest) > width) {
            int end = endOfFrame(rest, width - TextWidth.of(begin));
            if (end <= 0) {
                break;
            }
            lines.add(begin + rest.substring(0, end));
            rest = rest.substring(end);
            begin = indent;
        }
        lines.add(begin + rest);
        return lines;
    }

    /** The columns of the widest word of a text. */
    static int widestWord(String text) {
        int widest = 0;
        for (String word : words(text)) {
            widest = Math.max(widest, TextWidth.of(word.trim()));
        }
        return widest;
    }

    /** A frame that is wider than a line may be broken; any other word stays whole. */
    private static List<String> parts(CharSequence line, String word, int indent, int width) {
        List<String> parts = new ArrayList<>();
        String rest = word;
        int before = TextWidth.of(line);
        while (FRAME.matcher(rest).matches() && before + TextWidth.of(rest) > width) {
            int end = endOfFrame(rest, width - before);
            if (end <= 0) {
                break;
            }
            parts.add(rest.substring(0, end));
            rest = rest.substring(end);
            before = indent;
        }
        parts.add(rest);
        return parts;
    }

    /** The words of a text. A second blank before a word belongs to it. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        boolean number = false;
        String blanks = "";
        for (String word : text.split(" ", -1)) {
            if (word.isEmpty()) {
                blanks += " ";
                continue;
            }
            if (number && blanks.isEmpty()) {
                int last = words.size() - 1;
                words.set(last, words.get(last) + GLUE + word);
            } else {
                words.add(blanks + word);
            }
            blanks = "";
            number = isNumber(word);
        }
        return words;
    }

    private static boolean isNumber(String word) {
        for (int i = word.startsWith("(") ? 1 : 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != ',') {
                return false;
            }
        }
        return Character.isDigit(word.charAt(word.length() - 1));
    }

    private static int endOfFrame(String frame, int columns) {
        String room = TextWidth.cut(frame, columns);
        int paren = frame.indexOf('(');
        if (paren > 0 && paren <= room.length()) {
            return paren;
        }
        return paren == 0 ? 0 : room.lastIndexOf('.') + 1;
    }
}

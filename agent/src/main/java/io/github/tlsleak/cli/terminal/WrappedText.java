package io.github.tlsleak.cli.terminal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Fits a text of several lines, such as an answer of the agent, to a terminal. A line of two
 * columns stays one, if the second has room; frames are broken as such. Stateless, thread-safe.
 */
public final class WrappedText {

    /** Lines that begin with so many blanks go on with the line before. */
    private static final int CONTINUED = 12;

    private static final String COMMAND = "java ";

    private WrappedText() {}

    /** The text in lines no wider than a terminal; as it is if it fits. */
    public static String of(String text, int width) {
        boolean fits = true;
        for (String line : text.split("\n", -1)) {
            fits &= TextWidth.of(line) <= width;
        }
        if (fits) {
            return text;
        }
        List<String> wrapped = new ArrayList<>();
        for (String line : joined(text.split("\n", -1))) {
            wrapped.addAll(line(line, width));
        }
        return String.join("\n", wrapped).replace(LineBreaks.GLUE, ' ');
    }

    private static List<String> joined(String[] lines) {
        List<String> joined = new ArrayList<>();
        for (String line : lines) {
            int last = joined.size() - 1;
            if (blanks(line) >= CONTINUED && last >= 0 && !joined.get(last).isEmpty()) {
                joined.set(last, joined.get(last) + " " + line.trim());
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    private static List<String> line(String line, int width) {
        if (TextWidth.of(line) <= width) {
            return Collections.singletonList(line);
        }
        int begin = blanks(line);
        String text = line.substring(begin);
        String mark = text.startsWith("> ") ? "> " : "";
        if (text.indexOf(' ', mark.length()) < 0 && text.indexOf('(') > 0) {
            String start = line.substring(0, begin) + mark;
            return LineBreaks.ofFrame(start, text.substring(mark.length()), width);
        }
        int gap = line.indexOf("  ", begin);
        if (gap < 0 && text.startsWith(COMMAND)) {
            return command(line.substring(0, begin), text, width);
        }
        if (gap < 0) {
            return LineBreaks.ofSentence(line.substring(0, begin), begin + 2, text, width);
        }
        int second = gap + blanks(line.substring(gap));
        String rest = line.substring(second);
        if (second <= width / 2 && LineBreaks.widestWord(rest) <= width - second) {
            String start = line.substring(0, second);
            return LineBreaks.ofSentence(start, second, rest, width);
        }
        List<String> lines = new ArrayList<>(line(line.substring(0, gap), width));
        int indent = begin + 4;
        String start = TextWidth.padded("", indent);
        lines.addAll(LineBreaks.ofSentence(start, indent, rest, width));
        return lines;
    }

    /** A shell takes lines that end with a backslash for one. */
    private static List<String> command(String start, String text, int width) {
        String end = " \\";
        List<String> lines =
                LineBreaks.ofSentence(start, start.length() + 2, text, width - end.length());
        for (int i = 0; i < lines.size() - 1; i++) {
            lines.set(i, lines.get(i) + end);
        }
        return lines;
    }

    private static int blanks(String line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }
}

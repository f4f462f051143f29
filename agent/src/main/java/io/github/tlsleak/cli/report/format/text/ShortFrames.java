package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.terminal.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens frames to a number of columns, all in the same way, in this order: {@code
 * com.acme.A.b(A.java:42)}, {@code com.acme.A.b:42}, {@code c.a.A.b:42}, {@code A.b:42}. Stateless.
 */
final class ShortFrames {

    /** Packages, class, method, file, line. */
    private static final Pattern FRAME =
            Pattern.compile("((?:[^().]+\\.)*)([^().]+\\.[^().]+)\\(([^():]*):(\\d+)\\)");

    private static final Pattern PACKAGE = Pattern.compile("([^.])[^.]*\\.");
    private static final int WAYS = 4;

    private ShortFrames() {}

    /** The frames in the longest way in which all of them fit, or the shortest. */
    static List<String> of(List<String> frames, int columns) {
        List<String> shortened = new ArrayList<>(frames);
        for (int way = 1; way < WAYS && !fit(shortened, columns); way++) {
            for (int i = 0; i < frames.size(); i++) {
                shortened.set(i, of(frames.get(i), way));
            }
        }
        for (int i = 0; i < frames.size(); i++) {
            shortened.set(i, cut(shortened.get(i), columns));
        }
        return shortened;
    }

    private static boolean fit(List<String> frames, int columns) {
        for (String frame : frames) {
            if (TextWidth.of(frame) > columns) {
                return false;
            }
        }
        return true;
    }

    private static String of(String text, int way) {
        Matcher frame = FRAME.matcher(text);
        if (!frame.lookingAt()) {
            return text;
        }
        String packages = way == 1 ? frame.group(1) : "";
        if (way == 2) {
            packages = PACKAGE.matcher(frame.group(1)).replaceAll("$1.");
        }
        boolean more = frame.end() < text.length();
        return packages + frame.group(2) + ":" + frame.group(4) + (more ? ", ..." : "");
    }

    /** One that does not fit in the shortest way keeps its end: it has the line. */
    private static String cut(String text, int columns) {
        if (TextWidth.of(text) <= columns) {
            return text;
        }
        int colon = text.lastIndexOf(':');
        String end = colon < 0 ? "..." : "..." + text.substring(colon);
        int room = columns - TextWidth.of(end);
        return room <= 0 ? text : TextWidth.cut(text, room) + end;
    }
}

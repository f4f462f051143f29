package io.github.tlsleak.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stack in a finding's text: without JUnit's own frames, and as frames. Stateless. */
final class StackLines {

    /** Such as {@code > com.acme.OrderClient.call(OrderClient.java:42)}, maybe with a module. */
    private static final Pattern FRAME =
            Pattern.compile(
                    "^ {2}([ >]) (?:[^ ()]*/)?([^ ()/]+)\\.([^ ().]+)\\(([^():]*)(?::(\\d+))?\\)$");

    /** Whoever calls a test. */
    private static final Pattern RUNNER =
            Pattern.compile(
                    "^ {4}(?:[^ ()]*/)?(?:org\\.junit\\.(?:jupiter|platform|vintage)\\."
                            + "|io\\.github\\.tlsleak\\.junit\\."
                            + "|java\\.lang\\.reflect\\.|jdk\\.internal\\.reflect\\.|sun\\.reflect\\.).*");

    private StackLines() {}

    /** The text without the frames below the test. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        boolean below = false;
        boolean marked = false;
        for (String line : text.split("\n", -1)) {
            boolean frame = FRAME.matcher(line).matches();
            marked |= frame && line.startsWith("  >");
            // a library's reflection above the test is part of the story
            below = frame && (below || marked && RUNNER.matcher(line).matches());
            if (!below) {
                clean.append(clean.length() == 0 ? "" : "\n").append(line);
            }
        }
        return clean.toString();
    }

    /**
     * The frames from the responsible one on, the innermost first.
     *
     * @return empty if there is no such frame
     */
    static StackTraceElement[] of(String text) {
        List<StackTraceElement> frames = new ArrayList<>();
        boolean marked = false;
        for (String line : text.split("\n")) {
            Matcher frame = FRAME.matcher(line);
            if (!frame.matches()) {
                continue;
            }
            marked |= ">".equals(frame.group(1));
            if (marked) {
                frames.add(element(frame));
            }
        }
        return frames.toArray(new StackTraceElement[0]);
    }

    private static StackTraceElement element(Matcher frame) {
        @Nullable String line = frame.group(5);
        return new StackTraceElement(
                frame.group(2),
                frame.group(3),
                line == null ? null : frame.group(4),
                line == null ? -1 : Integer.parseInt(line));
    }
}

package io.github.tlsleak.cli.report.model.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds a stack to what its reader looks for: the application's frames, the responsible frame with
 * its neighbours, and the first one of JSSE. Two or more frames between them, of the JDK, of
 * frameworks, libraries and test engines, become one line. Stateless, thread-safe.
 */
public final class FoldedStack {

    private static final int FEWEST = 2;
    private static final int NAMES = 2;

    private FoldedStack() {}

    /**
     * Folds a stack.
     *
     * @param stack innermost frame first
     * @param responsible index of the responsible frame; -1 if there is none
     * @return a new list, in the same order
     */
    public static List<StackPart> of(List<String> stack, int responsible) {
        List<StackPart> parts = new ArrayList<>();
        String own = responsible < 0 ? null : ProductNames.of(stack.get(responsible));
        int start = 0;
        for (int i = 0; i <= stack.size(); i++) {
            if (i == stack.size() || isOfInterest(stack, i, responsible, own)) {
                fold(stack, start, i, parts);
                start = i + 1;
                if (i < stack.size()) {
                    parts.add(new StackPart(stack.get(i), 1, i == responsible));
                }
            }
        }
        return parts;
    }

    /** The stack as it is. */
    public static List<StackPart> whole(List<String> stack, int responsible) {
        List<StackPart> parts = new ArrayList<>();
        for (int i = 0; i < stack.size(); i++) {
            parts.add(new StackPart(stack.get(i), 1, i == responsible));
        }
        return parts;
    }

    /** Whether a frame has a line of its own. The first frame is the constructor of JSSE. */
    private static boolean isOfInterest(
            List<String> stack, int index, int responsible, @Nullable String own) {
        if (index == 0 || responsible >= 0 && Math.abs(index - responsible) <= 1) {
            return true;
        }
        String name = ProductNames.of(stack.get(index));
        // of a program that is known as a library, such as a broker, its own calls tell the way
        return name == null || own != null && index > responsible && name.equals(own);
    }

    private static void fold(List<String> stack, int from, int to, List<StackPart> parts) {
        if (to - from < FEWEST) {
            for (String frame : stack.subList(from, to)) {
                parts.add(new StackPart(frame, 1, false));
            }
            return;
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String frame : stack.subList(from, to)) {
            counts.merge(String.valueOf(ProductNames.of(frame)), 1, Integer::sum);
        }
        String text = (to - from) + " frames of " + names(counts);
        parts.add(new StackPart(text, to - from, false));
    }

    /** Those that most frames belong to, the most first. */
    private static String names(Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        StringBuilder names = new StringBuilder();
        for (Map.Entry<String, Integer> entry :
                entries.subList(0, Math.min(NAMES, counts.size()))) {
            boolean both = counts.size() == NAMES;
            names.append(names.length() == 0 ? "" : both ? " and " : ", ").append(entry.getKey());
        }
        return names + (counts.size() > NAMES ? " and others" : "");
    }
}

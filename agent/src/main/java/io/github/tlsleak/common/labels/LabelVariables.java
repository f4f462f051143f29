package io.github.tlsleak.common.labels;

import io.github.tlsleak.common.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces <code>${NAME}</code> in the values of labels by environment variables. <code>$${</code>
 * stands for <code>${</code> itself. Used by one thread.
 */
final class LabelVariables {

    private static final int SHOWN = 3;
    private static final int LONGEST = 64;

    private final Map<String, String> env;
    private final List<String> unset = new ArrayList<>();

    /**
     * @param env the environment
     */
    LabelVariables(Map<String, String> env) {
        this.env = env;
    }

    /**
     * Checks the references in a value.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static void check(String value) {
        for (int i = value.indexOf("${"); i >= 0; i = value.indexOf("${", i + 2)) {
            boolean escaped = i > 0 && value.charAt(i - 1) == '$';
            if (!escaped && name(value, i + 2) == null) {
                throw new IllegalArgumentException(
                        "'"
                                + PlainText.printable(PlainText.cut(value, LONGEST))
                                + "' has ${ without a variable and }; $${ stands for ${ itself");
            }
        }
    }

    /**
     * The value with its variables replaced.
     *
     * @param value a checked one
     * @return null if a variable is not set, or empty
     */
    @Nullable String replace(String value) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int i = value.indexOf("${"); i >= 0; i = value.indexOf("${", done)) {
            boolean escaped = i > done && value.charAt(i - 1) == '$';
            String name = escaped ? null : name(value, i + 2);
            if (name == null) {
                out.append(value, done, escaped ? i - 1 : i).append("${");
                done = i + 2;
                continue;
            }
            String found = env.get(name);
            if (found == null || found.isEmpty()) {
                unset.add(name);
                return null;
            }
            out.append(value, done, i).append(found);
            done = i + name.length() + 3;
        }
        return out.append(value, done, value.length()).toString();
    }

    /** Adds one line if variables were not set. */
    void tell(List<String> warnings) {
        if (unset.isEmpty()) {
            return;
        }
        int shown = Math.min(SHOWN, unset.size());
        String more = unset.size() > shown ? " and " + (unset.size() - shown) + " more" : "";
        warnings.add(
                "labels: "
                        + (unset.size() == 1 ? "environment variable " : "environment variables ")
                        + String.join(", ", unset.subList(0, shown))
                        + more
                        + " not set; left out");
    }

    /** The name of a variable up to its closing brace; null if there is none. */
    private static @Nullable String name(String value, int start) {
        int end = start;
        while (end < value.length() && isNamePart(value.charAt(end))) {
            end++;
        }
        boolean good = end > start && end < value.length() && value.charAt(end) == '}';
        return good ? value.substring(start, end) : null;
    }

    private static boolean isNamePart(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '-';
    }
}

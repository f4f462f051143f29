package io.github.tlsleak.common.options;

import io.github.tlsleak.common.labels.LabelText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits agent arguments, {@code key=value,key="value, with comma"}, into keys and texts. A double
 * quote within a quoted value is written twice. Used by one thread.
 */
public final class OptionParser {

    private final String text;
    private final List<String> warnings;
    private final Map<String, String> result = new LinkedHashMap<>();
    private int pos;

    private OptionParser(String text, List<String> warnings) {
        this.text = text;
        this.warnings = warnings;
    }

    /**
     * Parses agent arguments. Never throws: a part that cannot be parsed is left out with one
     * warning.
     *
     * @param text null if there are no arguments, as the JVM passes it
     * @return keys and texts in the order given; the keys are not checked yet
     */
    public static Map<String, String> parse(@Nullable String text, List<String> warnings) {
        OptionParser parser = new OptionParser(text == null ? "" : text, warnings);
        while (parser.pos < parser.text.length()) {
            parser.item();
        }
        return parser.result;
    }

    /** A value in double quotes if the parser would change or split it without them. */
    static String quote(String value) {
        boolean plain =
                value.indexOf(',') < 0
                        && !value.isEmpty()
                        && value.charAt(0) != '"'
                        && value.trim().equals(value);
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** See {@link Options#arguments}. */
    static String join(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            for (String one : nextOption().split(word, -1)) {
                int equals = one.indexOf('=');
                boolean asIs = equals < 0 || one.startsWith("\"", equals + 1);
                text.append(text.length() == 0 ? "" : ",");
                text.append(asIs ? one : one.substring(0, equals + 1));
                text.append(asIs ? "" : quote(one.substring(equals + 1)));
            }
        }
        return text.toString();
    }

    /** A comma before the name of an option; any other is part of a value. */
    private static Pattern nextOption() {
        StringBuilder names = new StringBuilder();
        for (OptionKey key : OptionKey.values()) {
            names.append(names.length() == 0 ? "" : "|").append(Pattern.quote(key.key()));
        }
        return Pattern.compile(",(?=(?:" + names + ")=)");
    }

    private void item() {
        int equals = text.indexOf('=', pos);
        int comma = text.indexOf(',', pos);
        if (equals < 0 || (comma >= 0 && comma < equals)) {
            withoutValue(rest());
            return;
        }
        String key = text.substring(pos, equals).trim();
        pos = equals + 1;
        boolean quoted = pos < text.length() && text.charAt(pos) == '"';
        String value =
                quoted ? quoted(key) : key.equals(OptionKey.LABELS.key()) ? labels() : rest();
        if (value != null && result.put(key, value) != null) {
            warnings.add(
                    "agent argument "
                            + OptionValues.show(key)
                            + " is given twice; the last counts");
        }
    }

    private void withoutValue(String word) {
        // a superfluous comma does no harm: no warning
        if (!word.isEmpty()) {
            warnings.add(
                    "agent argument '"
                            + OptionValues.show(word)
                            + "' is not key=value (a value with commas needs double quotes);"
                            + " ignored");
        }
    }

    /** The text up to the next comma. */
    private String rest() {
        int comma = text.indexOf(',', pos);
        int end = comma < 0 ? text.length() : comma;
        String value = text.substring(pos, end).trim();
        pos = end + 1;
        return value;
    }

    /** Labels without quotes around them hold commas, too. */
    private String labels() {
        int end = LabelText.end(text, pos);
        String value = text.substring(pos, end).trim();
        pos = end + 1;
        return value;
    }

    /** The value between double quotes, or null after a warning. */
    private @Nullable String quoted(String key) {
        StringBuilder value = new StringBuilder();
        for (pos++; pos < text.length(); pos++) {
            boolean quote = text.charAt(pos) == '"';
            if (quote && !text.startsWith("\"\"", pos)) {
                pos++;
                return closed(key, value.toString());
            }
            if (quote) {
                pos++;
            }
            value.append(text.charAt(pos));
        }
        warnings.add(
                "agent argument "
                        + OptionValues.show(key)
                        + ": closing double quote missing; ignored");
        return null;
    }

    private @Nullable String closed(String key, String value) {
        String rest = rest();
        if (rest.isEmpty()) {
            return value;
        }
        warnings.add(
                "agent argument "
                        + OptionValues.show(key)
                        + ": '"
                        + OptionValues.show(rest)
                        + "' after the closing double quote; ignored");
        return null;
    }
}

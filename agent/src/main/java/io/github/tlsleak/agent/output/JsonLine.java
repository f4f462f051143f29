package io.github.tlsleak.agent.output;

import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.text.IsoTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object on one line, raw values aside. Null values are left out: a field that is not known
 * is absent. Used by one thread.
 */
public final class JsonLine {

    /** Longer texts are cut: no field we write comes near, other people's class names might. */
    private static final int MAX_TEXT = 1 << 16;

    private static final char REPLACEMENT = '\ufffd';
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256).append('{');

    /** A line of a type, with the time of this moment. */
    public static JsonLine ofType(String type) {
        return new JsonLine()
                .put(ReportSchema.TYPE, type)
                .put(ReportSchema.TIME, IsoTime.of(System.currentTimeMillis()));
    }

    /** Adds a text; a lone surrogate becomes U+FFFD. Nothing if {@code value} is null. */
    public JsonLine put(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            string(value);
        }
        return this;
    }

    /** Adds a number. */
    public JsonLine put(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    /** Adds a boolean. */
    public JsonLine put(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /** Adds an array of texts; null elements are left out. Nothing if {@code values} is null. */
    public JsonLine putArray(String name, @Nullable List<@Nullable String> values) {
        if (values == null) {
            return this;
        }
        name(name);
        out.append('[');
        for (String value : values) {
            if (value != null) {
                separate('[');
                string(value);
            }
        }
        out.append(']');
        return this;
    }

    /** Adds an object of numbers, in the map's order. Nothing if {@code counts} is null. */
    public JsonLine putCounts(String name, @Nullable Map<String, Long> counts) {
        if (counts == null) {
            return this;
        }
        name(name);
        out.append('{');
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            name(count.getKey());
            out.append(count.getValue());
        }
        out.append('}');
        return this;
    }

    /** Adds an object of texts, in the map's order. Nothing if {@code texts} is empty. */
    public JsonLine putTexts(String name, Map<String, String> texts) {
        if (texts.isEmpty()) {
            return this;
        }
        name(name);
        out.append('{');
        for (Map.Entry<String, String> text : texts.entrySet()) {
            put(text.getKey(), text.getValue());
        }
        out.append('}');
        return this;
    }

    /** Adds a value that is JSON already. Nothing if {@code json} is null. */
    public JsonLine putRaw(String name, @Nullable String json) {
        if (json != null) {
            name(name);
            out.append(json);
        }
        return this;
    }

    /** The object so far, without a line feed. */
    @Override
    public String toString() {
        return out + "}";
    }

    private void name(String name) {
        separate('{');
        string(name);
        out.append(':');
    }

    private void separate(char open) {
        if (out.charAt(out.length() - 1) != open) {
            out.append(',');
        }
    }

    private void string(String text) {
        out.append('"');
        int length = Math.min(text.length(), MAX_TEXT);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (Character.isISOControl(c) || isLineEnd(c)) {
                escape(c);
            } else if (isLone(text, i, length)) {
                // has no UTF-8, and its escape makes strict readers refuse the whole line
                escape(REPLACEMENT);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Some readers of lines take these for the end of one. */
    private static boolean isLineEnd(char c) {
        return c == '\u2028' || c == '\u2029';
    }

    /** Whether this is one half of a surrogate pair without the other. */
    private static boolean isLone(String text, int i, int length) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == length || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 0xf));
        }
    }
}

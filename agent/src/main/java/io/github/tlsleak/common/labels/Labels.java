package io.github.tlsleak.common.labels;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a process, in order: short names such as {@code service} and their values. Bounded,
 * immutable, thread-safe.
 */
public final class Labels {

    /** The most labels of a process. */
    public static final int MAX_LABELS = 64;

    /** The most characters of a name. */
    public static final int MAX_NAME = 64;

    /** The most characters of a value; a longer value is cut. */
    public static final int MAX_VALUE = 256;

    public static final Labels NONE = new Labels(Collections.<String, String>emptyMap());

    private final Map<String, String> values;

    private Labels(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Makes labels. OpenTelemetry's names become short ones, see {@link LabelNames}; the first
     * value of a name counts. An empty value is no label.
     *
     * @param given names and values in order
     * @param warnings one line at most is added, about what is left out or cut
     */
    public static Labels of(Map<String, String> given, List<String> warnings) {
        LabelBounds bounds = new LabelBounds();
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> one : given.entrySet()) {
            String name = LabelNames.shortName(one.getKey());
            if (!one.getValue().isEmpty() && !values.containsKey(name) && bounds.allow(name)) {
                values.put(name, bounds.cut(one.getValue()));
            }
        }
        bounds.tell(warnings);
        return values.isEmpty() ? NONE : new Labels(values);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value of a label; null if there is none. */
    public @Nullable String get(String name) {
        return values.get(LabelNames.shortName(name));
    }

    /** Short names and values, in order; unmodifiable. */
    public Map<String, String> asMap() {
        return values;
    }

    /** OpenTelemetry's names of the same, as attributes of a resource. */
    public Map<String, String> asResource() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, String> one : values.entrySet()) {
            attributes.put(LabelNames.openTelemetryName(one.getKey()), one.getValue());
        }
        return attributes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Labels && values.equals(((Labels) other).values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** As the option {@code labels} takes them: {@code service:shop,pod:abc}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> one : values.entrySet()) {
            text.append(text.length() == 0 ? "" : ",").append(one.getKey()).append(':');
            text.append(LabelText.quote(one.getValue()));
        }
        return text.toString();
    }
}

package io.github.tlsleak.common.options;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The value and the origin of each option, by key. Holds the code that is the same for all options.
 * Immutable, thread-safe.
 */
public abstract class OptionTable {

    final Map<OptionKey, Object> values;
    private final Map<String, String> origins;

    /**
     * @param values the value of every option, as {@link OptionKey#parse} makes it
     * @param origins the origin of every option
     */
    OptionTable(Map<OptionKey, Object> values, Map<String, String> origins) {
        this.values = new EnumMap<>(values);
        this.origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
    }

    /** The origin of every option by key, such as {@code environment}; unmodifiable. */
    public Map<String, String> origins() {
        return origins;
    }

    /** Every key with its value as users write it. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (OptionKey key : OptionKey.values()) {
            texts.put(key.key(), text(key));
        }
        return texts;
    }

    /** The value of an option as users write it. */
    public String text(OptionKey key) {
        String text = key.format(values.get(key));
        return text.isEmpty() ? "none" : text;
    }

    /** The value of an option, as {@link OptionKey#parse} makes it. */
    @Nullable Object value(OptionKey key) {
        return values.get(key);
    }

    final boolean flag(OptionKey key) {
        return (Boolean) given(key);
    }

    final int integer(OptionKey key) {
        return (int) number(key);
    }

    final long number(OptionKey key) {
        return (Long) given(key);
    }

    final String target(OptionKey key) {
        return (String) given(key);
    }

    final @Nullable String string(OptionKey key) {
        return (String) values.get(key);
    }

    final List<String> list(OptionKey key) {
        return OptionType.strings(given(key));
    }

    /** The value of an option that is never off. */
    private Object given(OptionKey key) {
        return Objects.requireNonNull(values.get(key), key.key());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OptionTable && values.equals(((OptionTable) other).values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The options that are not the default, as agent arguments that parse to equal options. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (OptionKey key : OptionKey.values()) {
            if (mustBeWritten(key)) {
                text.append(text.length() == 0 ? "" : ",").append(key.key()).append('=');
                text.append(OptionParser.quote(key.format(values.get(key))));
            }
        }
        return text.toString();
    }

    private boolean mustBeWritten(OptionKey key) {
        if (!Objects.equals(values.get(key), key.defaultValue())) {
            return true;
        }
        // a default that the user asked for must win over the config file the next time, too
        boolean given = !Options.DEFAULT_ORIGIN.equals(origins.get(key.key()));
        return given && values.get(OptionKey.CONFIG) != null;
    }
}

package io.github.tlsleak.common.options;

import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Chooses the source of each option's value. Used by one thread, once. */
public final class OptionLoader {

    private final List<OptionSource> sources = new ArrayList<>();
    private final Map<OptionKey, Object> values = new EnumMap<>(OptionKey.class);
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final List<String> warnings;
    private final @Nullable String base;

    /**
     * A loader without sources yet.
     *
     * @param base the directory of relative files in arguments and config file; null: the JVM's own
     * @param warnings the loader adds one line for each mistake
     */
    OptionLoader(@Nullable String base, List<String> warnings) {
        this.base = base;
        this.warnings = warnings;
    }

    /** See {@link Options#load}. */
    Options load(@Nullable String agentArgs, Properties system, Map<String, String> env) {
        sources.add(OptionSources.arguments(agentArgs, warnings));
        sources.add(OptionSources.properties(system, warnings));
        sources.add(OptionSources.environment(env, warnings));
        choose(OptionKey.CONFIG);
        String config = (String) values.get(OptionKey.CONFIG);
        if (config != null) {
            sources.add(OptionSources.file(config, warnings));
        }
        for (OptionKey key : OptionKey.values()) {
            if (key != OptionKey.CONFIG) {
                choose(key);
            }
        }
        return new Options(values, origins);
    }

    /** The first source with a good value wins; the default if there is none. */
    private void choose(OptionKey key) {
        for (OptionSource source : sources) {
            String text = source.get(key);
            if (text != null && accept(key, text, source)) {
                origins.put(key.key(), source.name());
                return;
            }
        }
        values.put(key, key.defaultValue());
        origins.put(key.key(), Options.DEFAULT_ORIGIN);
    }

    /** Makes a file relative to the directory of the user who named it, not to the JVM's. */
    public static @Nullable Object inBase(
            @Nullable String base, OptionKey key, @Nullable Object value) {
        return base != null && key.isFile(value)
                ? Paths.get(base).resolve((String) value).toString()
                : value;
    }

    private boolean accept(OptionKey key, String text, OptionSource source) {
        try {
            Object value = key.parse(text);
            values.put(key, source.isOfCaller() ? inBase(base, key, value) : value);
            return true;
        } catch (IllegalArgumentException e) {
            String value = text.isEmpty() ? " " : "=" + OptionValues.show(text) + ": ";
            warnings.add("ignored " + source.spelling(key) + value + e.getMessage());
            return false;
        }
    }
}

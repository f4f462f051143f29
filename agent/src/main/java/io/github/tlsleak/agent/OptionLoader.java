package io.github.tlsleak.agent;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Decides for each option which source it is taken from. Used by one thread, once. */
final class OptionLoader {

    private final List<OptionSource> sources = new ArrayList<>();
    private final Map<OptionKey, Object> values = new EnumMap<>(OptionKey.class);
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final List<String> warnings;

    OptionLoader(List<String> warnings) {
        this.warnings = warnings;
    }

    /** See {@link Options#load}. */
    Options load(String agentArgs, Properties system, Map<String, String> env) {
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

    private boolean accept(OptionKey key, String text, OptionSource source) {
        try {
            values.put(key, key.parse(text));
            return true;
        } catch (IllegalArgumentException e) {
            String value = text.isEmpty() ? " " : "=" + Values.show(text) + ": ";
            warnings.add("ignored " + source.spelling(key) + value + e.getMessage());
            return false;
        }
    }
}

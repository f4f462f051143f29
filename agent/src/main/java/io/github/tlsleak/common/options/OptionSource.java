package io.github.tlsleak.common.options;

import io.github.tlsleak.common.text.DidYouMean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The option texts of one source (arguments, system properties, environment or file), and how this
 * source spells an option. Filled once, then read. Used by one thread.
 */
final class OptionSource {

    /** A file with more unknown keys is probably the wrong file: thousands of lines help nobody. */
    private static final int MAX_UNKNOWN = 20;

    private final String name;
    private final String what;
    private final String prefix;
    private final String suffix;
    private final Map<OptionKey, String> texts = new EnumMap<>(OptionKey.class);
    private int unknown;

    /**
     * A source without options yet.
     *
     * @param name for {@link Options#origins()}, such as {@code environment}
     * @param what for messages, such as {@code environment variable}
     * @param prefix before each key, such as {@code TLSLEAK_}
     * @param suffix after the key in messages, such as {@code " in config file x"}
     */
    OptionSource(String name, String what, String prefix, String suffix) {
        this.name = name;
        this.what = what;
        this.prefix = prefix;
        this.suffix = suffix;
    }

    String name() {
        return name;
    }

    /** Whether file names in this source are relative to the caller's directory. */
    boolean isOfCaller() {
        return prefix.isEmpty();
    }

    /** The text given for an option; null if none was given. */
    @Nullable String get(OptionKey key) {
        return texts.get(key);
    }

    /** The option as a user of this source writes it, for messages. */
    String spelling(OptionKey key) {
        return what + " " + spelled(key) + suffix;
    }

    /** Stores an option's text. An unknown name adds a warning with "did you mean". */
    void put(String spelled, String text, List<String> warnings) {
        List<String> known = new ArrayList<>();
        for (OptionKey key : OptionKey.values()) {
            if (spelled.equals(spelled(key))) {
                texts.put(key, text);
                return;
            }
            known.add(spelled(key));
        }
        if (++unknown <= MAX_UNKNOWN) {
            String hint = DidYouMean.hint(spelled, known);
            warnings.add("unknown " + what + " " + OptionValues.show(spelled) + suffix + hint);
        } else if (unknown == MAX_UNKNOWN + 1) {
            warnings.add("more unknown keys" + suffix + " are not listed");
        }
    }

    private String spelled(OptionKey key) {
        boolean environment = prefix.endsWith("_");
        return environment ? key.environmentName() : prefix + key.key();
    }
}

package io.github.tlsleak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.options.OptionKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of options are those of {@link OptionKey}, in its order. */
class OptionsDocsTest {

    private static final String PAGE = "agent/docs/options.md";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", PAGE})
    void everyOptionHasItsRowWithItsDefault(String name) {
        List<String> rows = new ArrayList<>();
        for (List<String> row : Page.of(name).table("key")) {
            rows.add(row.get(0) + "=" + row.get(1));
            assertThat(row.get(row.size() - 1)).as("meaning of " + row.get(0)).isNotEmpty();
        }
        assertThat(rows).as("options and defaults in " + name).isEqualTo(defaults());
    }

    @Test
    void whatCanBeSetAtRunTimeIsSaid() {
        List<String> live = new ArrayList<>();
        for (List<String> row : Page.of(PAGE).table("key")) {
            if (row.get(2).equals("yes")) {
                live.add(row.get(0));
            }
        }
        List<String> changeable = new ArrayList<>();
        for (OptionKey key : OptionKey.values()) {
            if (key.isChangeable()) {
                changeable.add(key.key());
            }
        }
        assertThat(live).as("options that " + PAGE + " calls live").isEqualTo(changeable);
    }

    private static List<String> defaults() {
        List<String> defaults = new ArrayList<>();
        for (OptionKey key : OptionKey.values()) {
            String text = key.defaultText() == null ? "" : key.defaultText();
            // a report is not written unless it is asked for: the pages say so
            String shown = key == OptionKey.REPORT ? "off" : text;
            defaults.add(key.key() + "=" + shown);
        }
        return defaults;
    }
}

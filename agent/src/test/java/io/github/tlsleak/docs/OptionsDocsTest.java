package io.github.tlsleak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.options.OptionKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables of options say what {@link OptionKey} says, in its order. */
class OptionsDocsTest {

    private static final String PAGE = "agent/docs/options.md";

    /** The README's rows are the lines of the help. */
    @Test
    void theReadmeSaysWhatTheHelpSays() {
        List<String> rows = new ArrayList<>();
        for (List<String> row : Page.of("README.md").table("key")) {
            rows.add(String.join(" | ", row.get(0), row.get(1), row.get(2)));
        }
        List<String> lines = new ArrayList<>();
        for (OptionKey key : OptionKey.values()) {
            lines.add(String.join(" | ", key.key(), key.defaultText(), key.description()));
        }
        assertThat(rows).as("options in README.md").isEqualTo(lines);
    }

    /** The page of options begins with the help, and may say more. */
    @Test
    void thePageSaysWhatTheHelpSaysAndMore() {
        List<String> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<List<String>> table = Page.of(PAGE).table("key");
        for (int i = 0; i < table.size() && i < OptionKey.values().length; i++) {
            OptionKey key = OptionKey.values()[i];
            List<String> row = table.get(i);
            int length = Math.min(row.get(3).length(), key.description().length());
            String begin = row.get(3).substring(0, length);
            rows.add(String.join(" | ", row.get(0), row.get(1), row.get(2), begin));
            String live = key.isLive() ? "yes" : "no";
            lines.add(String.join(" | ", key.key(), key.defaultText(), live, key.description()));
        }
        assertThat(rows).as("options in " + PAGE).isEqualTo(lines);
        assertThat(table).as("rows in " + PAGE).hasSize(OptionKey.values().length);
    }
}

package io.github.tlsleak.cli;

import io.github.tlsleak.common.options.OptionKey;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The agent's options in the help of {@code attach}. Stateless. */
final class OptionTexts {

    private static final int WIDTH = 25;

    private OptionTexts() {}

    /** Adds them below the help of the command that takes them. */
    static void addTo(CommandLine top) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Options of the agent, with their defaults:");
        for (OptionKey key : OptionKey.values()) {
            String text = key.defaultText() == null ? "" : key.defaultText();
            StringBuilder line = new StringBuilder("  " + key.key() + "=" + text);
            while (line.length() < WIDTH) {
                line.append(' ');
            }
            // a percent sign would be taken for a format
            lines.add(line.append(' ').append(key.description()).toString().replace("%", "%%"));
        }
        lines.add("");
        lines.add("A value may hold commas. Files are relative to the current directory.");
        top.getSubcommands()
                .get("attach")
                .getCommandSpec()
                .usageMessage()
                .footer(lines.toArray(new String[0]));
    }
}

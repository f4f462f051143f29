package io.github.tlsleak.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;

import io.github.tlsleak.Request;
import io.github.tlsleak.cli.terminal.WrappedText;
import io.github.tlsleak.common.options.OptionKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The ends of usage texts; those of {@code attach} and {@code set} list options. Stateless. */
final class OptionTexts {

    private static final int WIDTH = 25;

    private OptionTexts() {}

    /** Adds the options to the help of the commands that take options. */
    static void addTo(CommandLine top) {
        footer(top, Request.ATTACH, all());
        footer(top, Request.SET, live());
        wrapFooters(top);
    }

    /** The last part of usage texts has tables, and words that must stay whole. */
    private static void wrapFooters(CommandLine line) {
        line.getHelpSectionMap().put(SECTION_KEY_FOOTER, OptionTexts::footer);
        line.getSubcommands().values().forEach(OptionTexts::wrapFooters);
    }

    private static String footer(Help help) {
        UsageMessageSpec usage = help.commandSpec().usageMessage();
        StringBuilder text = new StringBuilder();
        for (String line : usage.footer()) {
            // as picocli does: a percent sign begins a format
            String said = String.format(line);
            text.append(WrappedText.of(said, usage.width())).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static void footer(CommandLine top, String command, List<String> lines) {
        Objects.requireNonNull(top.getSubcommands().get(command), command)
                .getCommandSpec()
                .usageMessage()
                .footer(lines.toArray(new String[0]));
    }

    /** The line for picocli, which takes a percent sign for a format. */
    private static String escaped(String line) {
        return line.replace("%", "%%");
    }

    private static List<String> live() {
        return Arrays.asList(
                "",
                "Can be changed at run time: " + String.join(", ", OptionKey.liveKeys()) + ".",
                "Their values are as in attach --help.");
    }

    private static List<String> all() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Options of the agent, with their defaults:");
        for (OptionKey key : OptionKey.values()) {
            StringBuilder line = new StringBuilder("  " + key.key() + "=" + key.defaultText());
            while (line.length() < WIDTH) {
                line.append(' ');
            }
            lines.add(escaped(line.append(' ').append(key.description()).toString()));
        }
        lines.add("");
        lines.add("A value may hold commas. Files are relative to the current directory.");
        return lines;
    }
}

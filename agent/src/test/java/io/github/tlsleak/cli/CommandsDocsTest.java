package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.docs.Page;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of commands are those of the command line, in its order. */
class CommandsDocsTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+) +[A-Z]");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "agent/docs/attach.md"})
    void everyCommandHasItsRow(String page) {
        List<String> rows = new ArrayList<>();
        for (List<String> row : Page.of(page).table("command")) {
            rows.add(row.get(0).split(" ")[0]);
        }
        assertThat(rows).as("commands in " + page).isEqualTo(commands());
    }

    private static List<String> commands() {
        StringWriter help = new StringWriter();
        PrintWriter out = new PrintWriter(help);
        assertThat(Main.run(new String[] {"help"}, out, out)).isZero();
        String text = help.toString();
        List<String> commands = new ArrayList<>();
        Matcher line = COMMAND.matcher(text.substring(text.indexOf("Commands:")));
        while (line.find()) {
            commands.add(line.group(1));
        }
        return commands;
    }
}

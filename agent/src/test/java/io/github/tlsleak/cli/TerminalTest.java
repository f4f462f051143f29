package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.format.text.TextStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TerminalTest {

    /** Less than 60 columns have no room for what must not be broken. */
    @ParameterizedTest
    @CsvSource({", 0", "'', 0", "x, 0", "39, 60", "60, 60", "' 120 ', 120", "99999, 0", "-80, 0"})
    void columns(String text, int width) {
        assertThat(Terminal.width(text)).isEqualTo(width);
    }

    @Test
    void aFileHasTheSameTextWhereverItIsMade() {
        Terminal terminal = Terminal.wide(80);
        CommandLine line = new CommandLine(new TopCommand(terminal));
        CommandLine report = new CommandLine(new ReportCommand());
        line.addSubcommand(report);
        assertThat(Terminal.of(report)).isSameAs(terminal);
        assertThat(terminal.look(report, true)).isSameAs(TextStyle.FILE);
        assertThat(terminal.look(report, false)).isNotSameAs(TextStyle.FILE);
    }
}

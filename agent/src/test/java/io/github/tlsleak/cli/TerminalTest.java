package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

class TerminalTest {

    @ParameterizedTest
    @CsvSource({", 0", "'', 0", "x, 0", "39, 0", "40, 40", "' 120 ', 120", "99999, 0", "-80, 0"})
    void columns(String text, int width) {
        assertThat(Terminal.width(text)).isEqualTo(width);
    }

    @Test
    void aFileHasNeitherColoursNorWidth() {
        CommandLine line = new CommandLine(new ReportCommand());
        line.setColorScheme(Help.defaultColorScheme(Ansi.ON));
        assertThat(Terminal.of(line, false).colours()).isTrue();
        assertThat(Terminal.of(line, true).colours()).isFalse();
        assertThat(Terminal.of(line, true).width()).isZero();
        line.setColorScheme(Help.defaultColorScheme(Ansi.OFF));
        assertThat(Terminal.of(line, false).colours()).isFalse();
    }
}

package io.github.tlsleak.cli;

import io.github.tlsleak.cli.terminal.UserConsole;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The terminal or file that the output goes to. Immutable. */
final class Terminal {

    private static final int MIN_WIDTH = 40;
    private static final int MAX_WIDTH = 1_000;

    private final boolean colours;
    private final int width;

    private Terminal(boolean colours, int width) {
        this.colours = colours;
        this.width = width;
    }

    /** The terminal of a command. A file has neither colours nor a width. */
    static Terminal of(CommandLine line, boolean file) {
        boolean colours = !file && line.getColorScheme().ansi().enabled();
        return new Terminal(colours, file ? 0 : columns());
    }

    /** The width in COLUMNS, or else that of the terminal: shells seldom export COLUMNS. */
    private static int columns() {
        String columns = System.getenv("COLUMNS");
        if (columns != null || !UserConsole.isWatched()) {
            return width(columns);
        }
        return width(String.valueOf(new UsageMessageSpec().autoWidth(true).width()));
    }

    /** Whether text may have colours. Variables such as NO_COLOR are respected. */
    boolean colours() {
        return colours;
    }

    /** The number of columns, or 0 if text is not wrapped. */
    int width() {
        return width;
    }

    /** The value of COLUMNS if it is between 40 and 1 000, else 0. */
    static int width(String columns) {
        try {
            int width = columns == null ? 0 : Integer.parseInt(columns.trim());
            return width >= MIN_WIDTH && width <= MAX_WIDTH ? width : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

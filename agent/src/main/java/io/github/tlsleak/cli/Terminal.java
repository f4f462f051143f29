package io.github.tlsleak.cli;

import java.io.Console;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What the output goes to. Immutable. */
final class Terminal {

    private static final int MIN_WIDTH = 40;
    private static final int MAX_WIDTH = 1_000;

    private final boolean colours;
    private final int width;

    private Terminal(boolean colours, int width) {
        this.colours = colours;
        this.width = width;
    }

    /** That of a command; a file has neither colours nor a width. */
    static Terminal of(CommandLine line, boolean file) {
        boolean colours = !file && line.getColorScheme().ansi().enabled();
        return new Terminal(colours, file ? 0 : columns());
    }

    /** What the user says, or else what the terminal does; shells seldom export COLUMNS. */
    private static int columns() {
        String columns = System.getenv("COLUMNS");
        if (columns != null || !isWatched()) {
            return width(columns);
        }
        return width(String.valueOf(new UsageMessageSpec().autoWidth(true).width()));
    }

    /** Whether somebody looks at what is written now. */
    // null up to 21 and, by default, from 25 on; in between isTerminal() tells
    @SuppressWarnings("SystemConsoleNull")
    static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Whether text may have colours; NO_COLOR and its like are respected. */
    boolean colours() {
        return colours;
    }

    /** Columns, or 0 if text is not to be broken. */
    int width() {
        return width;
    }

    /** A sane value of COLUMNS, or 0. */
    static int width(String columns) {
        try {
            int width = columns == null ? 0 : Integer.parseInt(columns.trim());
            return width >= MIN_WIDTH && width <= MAX_WIDTH ? width : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

package io.github.tlsleak.cli;

import java.io.Console;
import java.util.Locale;
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
        if (columns != null || !isWatched()) {
            return width(columns);
        }
        return width(String.valueOf(new UsageMessageSpec().autoWidth(true).width()));
    }

    /** Whether the output goes to a terminal. */
    // without a terminal the console is null up to Java 21 and, by default, from 25 on; in between
    // isTerminal() is false
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

    /** Asks the user at the terminal. */
    // no console, or one that is no terminal, is told by isWatched
    @SuppressWarnings("SystemConsoleNull")
    static UserQuestion.Answer ask(String question) {
        Console console = System.console();
        if (console == null || !isWatched()) {
            return UserQuestion.Answer.NOBODY;
        }
        String line = console.readLine("%s ", question);
        boolean yes = line != null && line.trim().toLowerCase(Locale.ROOT).matches("y|yes");
        return yes ? UserQuestion.Answer.YES : UserQuestion.Answer.NO;
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

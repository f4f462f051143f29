package io.github.tlsleak.cli;

import io.github.tlsleak.cli.report.format.text.TextStyle;
import io.github.tlsleak.cli.terminal.UserConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The terminal, pipe or file that the output goes to. Immutable. */
final class Terminal {

    /** Below it, what must not be broken has no room: the terminal breaks lines itself. */
    static final int MIN_WIDTH = 60;

    private static final int MAX_WIDTH = 1_000;

    /** 0: as many as the terminal says. Asking it takes a process. */
    private final int columns;

    private final boolean watched;

    private Terminal(int columns, boolean watched) {
        this.columns = columns;
        this.watched = watched;
    }

    /** That of this process: as wide as COLUMNS says, or else as it is. */
    static Terminal here() {
        int columns = width(System.getenv("COLUMNS"));
        boolean watched = columns != 0 || UserConsole.isWatched();
        return new Terminal(watched ? columns : TextStyle.WIDTH, watched);
    }

    /** One with a number of columns. */
    static Terminal wide(int columns) {
        return new Terminal(columns, true);
    }

    /** The terminal of a command line. */
    static Terminal of(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        while (spec.parent() != null) {
            spec = spec.parent();
        }
        return ((TopCommand) spec.userObject()).terminal();
    }

    /** How text looks on it, or in a file. */
    TextStyle look(CommandLine line, boolean file) {
        boolean colours = line.getColorScheme().ansi().enabled();
        return file ? TextStyle.FILE : new TextStyle(colours, width(), watched);
    }

    /** The number of columns. Shells seldom export it. */
    int width() {
        if (columns != 0) {
            return columns;
        }
        int width = width(String.valueOf(new UsageMessageSpec().autoWidth(true).width()));
        return width == 0 ? TextStyle.WIDTH : width;
    }

    /** Makes usage texts as wide. */
    void applyTo(CommandLine line) {
        if (columns == 0) {
            line.setUsageHelpAutoWidth(true);
        } else {
            line.setUsageHelpWidth(columns);
        }
    }

    /** The value of COLUMNS, at least 60; 0 if it is no number up to 1 000. */
    static int width(@Nullable String columns) {
        try {
            int width = columns == null ? 0 : Integer.parseInt(columns.trim());
            return width <= 0 || width > MAX_WIDTH ? 0 : Math.max(width, MIN_WIDTH);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

package io.github.tlsleak.bench.table;

import io.github.tlsleak.bench.stats.Interval;
import java.util.List;
import java.util.Locale;

/**
 * One row of the table. Cells that do not apply hold {@code -}.
 *
 * @param what was measured
 * @param without the cost of an operation without the agent, or the value that is compared with
 * @param application the figure of the program's threads, with its interval
 * @param process the figure of the whole process, with its interval
 * @param compiler without and with the agent
 * @param collector without and with the agent
 * @param agent its own threads
 * @param allocation an operation, without and with the agent
 * @param rounds how many
 * @param aim what the figure is to reach
 * @param verdict what the intervals say of the aim
 */
public record Row(
        String what,
        String without,
        String application,
        String process,
        String compiler,
        String collector,
        String agent,
        String allocation,
        String rounds,
        String aim,
        String verdict) {

    public static final Row HEAD =
            new Row(
                    "what",
                    "without",
                    "with ÷ without, application threads",
                    "with ÷ without, process",
                    "compilers",
                    "collector",
                    "agent",
                    "allocated",
                    "rounds",
                    "aim",
                    "verdict");

    private static final String NOTHING = "-";

    /** A row of the whole process alone. */
    public static Row of(
            String what, String without, String result, int rounds, String aim, String verdict) {
        return new Row(
                what,
                without,
                NOTHING,
                result,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Integer.toString(rounds),
                aim.isEmpty() ? NOTHING : aim,
                verdict);
    }

    /** A row that says why there is no figure. */
    public static Row missing(String what, String why) {
        return of(what, NOTHING, NOTHING, 0, "", why);
    }

    /** An estimate and its interval. */
    public static String text(Interval interval) {
        if (Double.isNaN(interval.estimate())) {
            return "not counted";
        }
        String estimate = ratio(interval.estimate());
        return interval.isKnown()
                ? estimate + " (" + ratio(interval.low()) + " .. " + ratio(interval.high()) + ")"
                : estimate;
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    public List<String> cells() {
        return List.of(
                what,
                without,
                application,
                process,
                compiler,
                collector,
                agent,
                allocation,
                rounds,
                aim,
                verdict);
    }

    /** The row as a line of Markdown. */
    public String markdown() {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells()) {
            line.append(' ').append(cell.replace('|', '/').replace('\n', ' ')).append(" |");
        }
        return line.toString();
    }

    /** Reads {@link #markdown()}. Null if the line is no row. */
    public static Row parse(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != HEAD.cells().size() + 2 || line.startsWith("|--")) {
            return null;
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return new Row(
                cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8],
                cells[9], cells[10], cells[11]);
    }
}

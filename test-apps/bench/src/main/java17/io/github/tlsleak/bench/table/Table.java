package io.github.tlsleak.bench.table;

import io.github.tlsleak.bench.stats.Aim;
import io.github.tlsleak.bench.stats.Interval;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The table that a run prints at its end. Each row is also written to a file as it comes. */
public final class Table {
    private static final int MOST_OF_A_MESSAGE = 120;

    private final List<Row> rows = new ArrayList<>();
    private final Results results;
    private int failed;

    public Table(Results results) {
        this.results = results;
    }

    /**
     * Adds a row of fixed rounds.
     *
     * @param figure what was measured, with its unit
     * @param without the median without agent, or the value that the figure is compared with
     * @param with the median with the agent
     * @param result the figure itself, one value for each round
     * @param unit of the figure, empty for a ratio
     * @param aim what the mean is to reach
     */
    public void add(String figure, double without, double with, Spread result, String unit, Aim aim)
            throws IOException {
        Interval interval = result.interval();
        String text = Spread.text(interval, unit);
        String both = Double.isNaN(with) ? "" : "; with: " + Spread.number(with);
        String bare = Double.isNaN(without) ? "-" : Spread.number(without) + both;
        String verdict = aim.of(interval).toString();
        add(Row.of(figure, bare, text, interval.rounds(), aim.text(), verdict));
    }

    /** Adds a row of what was left out. */
    public void addMissing(String what, String why) throws IOException {
        add(Row.missing(what, why));
    }

    /** Adds a row of what failed. The run goes on, and says in the end that it failed. */
    public void addFailed(String what, Exception failure) throws IOException {
        failed++;
        failure.printStackTrace();
        String message = String.valueOf(failure.getMessage()).split("\n")[0];
        // it may hold a class path
        int length = Math.min(message.length(), MOST_OF_A_MESSAGE);
        add(Row.missing(what, "FAILED: " + message.substring(0, length)));
    }

    public void add(Row row) throws IOException {
        rows.add(row);
        results.append(row);
        System.err.println("  " + row.markdown());
    }

    /** Takes the row of an earlier run over. Returns whether there was one. */
    public boolean hasFromBefore(String what) throws IOException {
        Row row = results.earlier(what);
        if (row != null) {
            add(row);
        }
        return row != null;
    }

    /** Takes all rows of a figure over from an earlier run. Returns whether it had them. */
    public boolean hasFigureFromBefore(String figure) throws IOException {
        List<Row> before = results.earlierFigure(figure);
        if (before == null) {
            return false;
        }
        for (Row row : before) {
            add(row);
        }
        results.done(figure);
        return true;
    }

    /** How many rows say that they failed. */
    public int failed() {
        return failed;
    }

    /** Prints all rows, as Markdown, in columns. */
    public void print(PrintStream out) {
        List<Row> all = new ArrayList<>(rows);
        all.add(0, Row.HEAD);
        int[] widths = new int[Row.HEAD.cells().size()];
        for (Row row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.cells().get(i).length());
            }
        }
        for (Row row : all) {
            StringBuilder line = new StringBuilder("|");
            for (int i = 0; i < widths.length; i++) {
                line.append(String.format(" %-" + widths[i] + "s |", row.cells().get(i)));
            }
            out.println(line);
            if (row == Row.HEAD) {
                out.println("|---".repeat(widths.length) + "|");
            }
        }
        out.flush();
    }
}

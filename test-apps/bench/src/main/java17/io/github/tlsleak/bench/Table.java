package io.github.tlsleak.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The table that a run prints at its end. */
final class Table {
    private static final List<String> HEAD =
            List.of("figure", "without", "with", "median", "min .. max", "target");

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Adds a row.
     *
     * @param figure what was measured, with its unit
     * @param without the median without agent, or the value that the figure is compared with
     * @param with the median with the agent
     * @param result the figure itself, one value for each round
     * @param unit of the figure, empty for a ratio
     * @param target the design's target; empty if there is none
     */
    void add(
            String figure, double without, double with, Spread result, String unit, String target) {
        String median = Spread.number(result.median());
        add(
                figure,
                Spread.number(without),
                Spread.number(with),
                unit.isEmpty() ? median : median + " " + unit,
                result.range(),
                target);
    }

    /** Adds a row of finished cells. */
    void add(String... cells) {
        rows.add(List.of(cells));
        System.err.println("  " + String.join("  ", cells));
    }

    /** Prints all rows, in columns. */
    void print(PrintStream out) {
        List<List<String>> all = new ArrayList<>(rows);
        all.add(0, HEAD);
        int[] widths = new int[HEAD.size()];
        for (List<String> row : all) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String format = i == 0 || i == HEAD.size() - 1 ? "%-" : "%";
                line.append(String.format(format + (widths[i] + 1) + "s ", row.get(i)));
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }
}

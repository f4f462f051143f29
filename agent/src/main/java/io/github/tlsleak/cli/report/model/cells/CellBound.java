package io.github.tlsleak.cli.report.model.cells;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the numbers of all sites and JVMs together within a bound: if there are too many, their
 * spans of time become wider. Used by one thread.
 */
public final class CellBound {

    /** How many numbers are kept. */
    static final int MAX_CELLS = 1_000_000;

    private final int max;
    private final List<FindingCells> tables = new ArrayList<>();
    private long cells;
    private long floor = TimeWidths.FIRST;

    public CellBound() {
        this(MAX_CELLS);
    }

    CellBound(int max) {
        this.max = max;
    }

    /** A table for the findings of one site in one JVM. */
    public FindingCells table() {
        FindingCells table = new FindingCells(this);
        tables.add(table);
        return table;
    }

    /** The smallest width that spans have. */
    long floor() {
        return floor;
    }

    /** A table became larger, or smaller. */
    void grew(int by) {
        cells += by;
        while (by > 0 && cells > max && floor < TimeWidths.MAX_MILLIS) {
            floor = TimeWidths.after(floor);
            // each says by how much it became smaller
            tables.forEach(table -> table.widen(floor));
        }
    }
}

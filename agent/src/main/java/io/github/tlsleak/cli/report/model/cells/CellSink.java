package io.github.tlsleak.cli.report.model.cells;

/** Takes numbers of findings. Called by one thread. */
@FunctionalInterface
public interface CellSink {

    /** The start of a span of which no time is known. */
    long NO_TIME = Long.MIN_VALUE;

    /**
     * Findings of one verdict in one span of time.
     *
     * @param grade number of the grade
     * @param verdict name; empty for those beyond the bound
     * @param from start of the span in milliseconds since 1970, or {@link #NO_TIME}
     * @param count how many there are
     */
    void cell(int grade, String verdict, long from, long count);
}

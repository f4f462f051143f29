package io.github.tlsleak.cli.report.row;

import java.io.IOException;

/** Takes rows, those of one kind after the other. Called by one thread. */
@FunctionalInterface
public interface RowSink {

    /**
     * Takes a row.
     *
     * @throws IOException if it cannot be written
     */
    void row(RowKind kind, Row row) throws IOException;
}

package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowKind;
import org.jspecify.annotations.Nullable;

/** Takes the lines of reports, in their order. Called by the thread that reads. */
public interface LineHandler {

    /** Another file begins. */
    default void nextFile() {}

    /**
     * The next line.
     *
     * @param line of a known type, with all texts that this type must have; valid during the call
     */
    void line(ReportLine line);

    /** Why documents cannot be taken; null if they can. */
    default @Nullable String refusesDocuments() {
        return null;
    }

    /** A document of merged reports begins: its rows count their JVMs from 0. */
    default void nextDocument() {}

    /** The next row of a document. */
    default void row(RowKind kind, Row row) {}

    /**
     * Whether the stack of a line's site is known, so that the line's own stack need not be read.
     *
     * @param line read as far as its stack
     */
    default boolean knowsStack(ReportLine line) {
        return false;
    }
}

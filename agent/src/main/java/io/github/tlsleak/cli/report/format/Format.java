package io.github.tlsleak.cli.report.format;

import io.github.tlsleak.cli.report.model.Analysis;
import java.io.IOException;
import java.io.Writer;

/** A way to write an analysis down. Whatever a report holds, nothing in it is interpreted. */
public interface Format {

    /**
     * Writes it.
     *
     * @param analysis what to write
     * @param out takes lines that end with a line feed; neither flushed nor closed
     * @throws IOException if {@code out} does not take it
     */
    void write(Analysis analysis, Writer out) throws IOException;
}

package io.github.tlsleak.cli.report.format;

import io.github.tlsleak.cli.report.model.Analysis;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes an analysis. Texts of a report are data: no reader of the result may take them for
 * commands, markup or links. Used by one thread.
 */
public interface Format {

    /**
     * Writes an analysis.
     *
     * @param analysis what to write
     * @param out takes lines that end with a line feed; neither flushed nor closed
     * @throws IOException from {@code out}
     */
    void write(Analysis analysis, Writer out) throws IOException;
}

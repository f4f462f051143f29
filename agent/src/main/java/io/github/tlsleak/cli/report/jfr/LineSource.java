package io.github.tlsleak.cli.report.jfr;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Gives the events of a recording as lines of a report. Used by one thread. */
public interface LineSource extends Closeable {

    /**
     * The lines of the next event that has some.
     *
     * @return JSON, an object each; empty at the end of the recording
     * @throws IOException if the recording cannot be read further
     */
    List<String> next() throws IOException;
}

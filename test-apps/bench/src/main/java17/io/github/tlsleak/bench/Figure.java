package io.github.tlsleak.bench;

import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.table.Table;
import java.io.IOException;

/** One group of measurements. */
interface Figure {

    /** Measures, and adds its rows. */
    void measure(Setup setup, Table table) throws IOException;
}

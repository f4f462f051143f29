package io.github.tlsleak.cli.report;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.cli.report.read.ReportInput;
import io.github.tlsleak.cli.report.select.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads the report that another one is compared with. Stateless. */
public final class EarlierReport {

    private EarlierReport() {}

    /**
     * Reads it. Conditions on JVMs hold for it, too; times do not, because it is of other times.
     *
     * @param operands files, directories or documents
     * @param selection that of the report that is compared with it
     * @param say takes one line for each file that could not be read
     * @throws IOException with one clear line, if nothing could be read or no JVM fits
     */
    public static Analysis read(
            List<String> operands, Selection selection, Progress progress, Consumer<String> say)
            throws IOException {
        Selection jvms = selection.withoutTimes();
        ReportInput input =
                new ReportInput(operands, new ByteArrayInputStream(new byte[0]), progress);
        Analysis earlier = Analysis.of(input, jvms);
        earlier.errors().forEach(error -> say.accept("--against: " + error));
        String names = String.join(" ", operands);
        if (earlier.isEmpty()) {
            throw new IOException("--against " + names + ": nothing to compare with was read");
        }
        if (earlier.jvms().count() == 0) {
            throw new IOException("--against " + names + ": no JVM fits --where");
        }
        return earlier;
    }
}

package io.github.tlsleak.cli;

import io.github.tlsleak.cli.out.OutFile;
import io.github.tlsleak.cli.report.BaselineUpdate;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which sites are accepted. Used by one thread. */
final class BaselineOptions {

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Sites that are accepted. Any other site is new.")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description =
                    "Accept all sites found: write them to FILE. Without --format or --out there is"
                            + " no report.")
    private @Nullable Path written;

    /** Whether there is a baseline to compare with. */
    boolean isGiven() {
        return baseline != null;
    }

    /** Whether a baseline is to be written. */
    boolean isWritten() {
        return written != null;
    }

    /**
     * Reads the baseline, and finds out whether the other one can be written.
     *
     * @param say takes warnings
     * @return null if none is given
     * @throws IOException with one clear line
     */
    @Nullable Baseline accepted(Consumer<String> say) throws IOException {
        if (written != null) {
            OutFile.check(written);
        }
        if (baseline == null) {
            return null;
        }
        List<String> warnings = new ArrayList<>();
        Baseline accepted = Baseline.load(baseline, warnings);
        warnings.forEach(say);
        if (accepted.isOld()) {
            say.accept(
                    "baseline "
                            + baseline
                            + ": is of tlsleak 0.1.0, whose names of sites change with each edit; it"
                            + " is read by this release only, write it again with --write-baseline");
        }
        return accepted;
    }

    /** Writes the baseline if that is wanted, and tells of it. */
    void write(Analysis analysis, Consumer<String> tell) throws IOException {
        if (written != null) {
            tell.accept(new BaselineUpdate(analysis, written).write());
        }
    }
}

package io.github.tlsleak.cli;

import io.github.tlsleak.cli.out.OutFile;
import io.github.tlsleak.cli.report.BaselineUpdate;
import io.github.tlsleak.cli.report.EarlierReport;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.cli.report.select.Selection;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which sites are accepted, and which are new. Used by one thread. */
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

    @Option(
            names = "--against",
            paramLabel = "FILE|DIR",
            description =
                    "Compare with an earlier report: which sites are new, gone, grown, shrunk. May"
                            + " be repeated: all of them are one report.")
    private List<String> against = new ArrayList<>();

    /**
     * Finds what contradicts itself.
     *
     * @param failsForNew whether new sites are a failure
     * @return one line; null if there is nothing
     */
    @Nullable String contradiction(boolean failsForNew) {
        if (against.contains("") || against.contains("-")) {
            return "--against: name a file or a directory";
        }
        if (failsForNew && baseline == null && against.isEmpty()) {
            return "--fail-on new needs --baseline FILE, which --write-baseline FILE makes, or"
                    + " --against FILE";
        }
        return failsForNew && baseline != null && !against.isEmpty()
                ? "--fail-on new: --baseline and --against both say what is new; give one of them"
                : null;
    }

    /**
     * Reads the earlier report, if there is one.
     *
     * @param say takes one line for each file that could not be read
     * @return whether all of it was read
     * @throws IOException with one clear line, if nothing could be read
     */
    boolean compare(Analysis analysis, Selection selection, Progress progress, Consumer<String> say)
            throws IOException {
        if (against.isEmpty()) {
            return true;
        }
        Analysis earlier = EarlierReport.read(against, selection, progress, say);
        analysis.newSites().against(earlier);
        return earlier.errors().isEmpty();
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

package io.github.tlsleak.cli.report;

import io.github.tlsleak.cli.out.OutFile;
import io.github.tlsleak.cli.report.format.BaselineFormat;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a baseline, and tells what is different from the file that was there. Immutable. */
public final class BaselineUpdate {

    private final Analysis analysis;
    private final Path file;

    /**
     * @param file the baseline to write; it may exist
     */
    public BaselineUpdate(Analysis analysis, Path file) {
        this.analysis = analysis;
        this.file = file;
    }

    /**
     * Writes the file.
     *
     * @return what was written, in one line
     * @throws IOException with one clear line: which file, and why not
     */
    public String write() throws IOException {
        Baseline before = before();
        OutFile.write(file, to -> new BaselineFormat().write(analysis, to));
        List<SiteFindings> sites = BaselineFormat.accepted(analysis);
        String wrote = "wrote " + file + ": " + PlainText.count(sites.size(), "site") + " accepted";
        return before == null ? wrote : wrote + difference(before, sites);
    }

    private static String difference(Baseline before, List<SiteFindings> sites) {
        long kept = sites.stream().filter(of -> before.acceptsAny(of.site().names())).count();
        long gone = Math.max(0, before.size() - kept);
        return ", " + (sites.size() - kept) + " new, " + gone + " of the old ones gone";
    }

    /** The baseline that is overwritten; null if there is none. */
    private @Nullable Baseline before() {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return Baseline.load(file, new ArrayList<>());
        } catch (IOException e) {
            // it is overwritten because it cannot be used
            return null;
        }
    }
}

package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.text.PlainText;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sites found, compared with a baseline. Sites of known behaviours are left out. Immutable. */
public final class BaselineComparison {

    /** Number of sites that are not in the baseline. */
    public final long added;

    /** Number of sites that are in the baseline. */
    public final long unchanged;

    /** Number of sites of the baseline that were not found. */
    public final long gone;

    private final @Nullable String name;

    /**
     * @param analysis must have a baseline
     */
    public BaselineComparison(Analysis analysis) {
        Baseline baseline = analysis.baseline();
        Set<String> found = new HashSet<>();
        long fresh = 0;
        long old = 0;
        for (SiteFindings findings : analysis.sites().byCost()) {
            String fingerprint = findings.site().fingerprint();
            if (baseline.accepts(fingerprint)) {
                found.add(fingerprint);
            }
            if (findings.worst() != Grade.KNOWN) {
                fresh += analysis.isNew(findings) ? 1 : 0;
                old += analysis.isNew(findings) ? 0 : 1;
            }
        }
        name = PlainText.printable(baseline.file().toString());
        added = fresh;
        unchanged = old;
        gone = (long) baseline.size() - found.size();
    }

    /** The comparison in one line. */
    public String text() {
        return PlainText.count(added, "site")
                + (" new, " + unchanged + " as in the baseline ")
                + name
                + (gone > 0 ? "; " + gone + " of the baseline not found" : "");
    }
}

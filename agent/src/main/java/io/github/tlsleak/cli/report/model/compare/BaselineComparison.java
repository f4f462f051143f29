package io.github.tlsleak.cli.report.model.compare;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.text.PlainText;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The sites found, compared with a baseline. Sites of known behaviours are left out. Immutable. */
public final class BaselineComparison {

    /** Number of sites that are not in the baseline. */
    public final long added;

    /** Number of sites that are in the baseline. */
    public final long unchanged;

    /** Number of sites of the baseline that were not found. */
    public final long gone;

    /** The file of the baseline. */
    public final String file;

    /**
     * @param analysis what was found
     * @param baseline what it was {@link Analysis#compare compared} with; it has a file
     */
    public BaselineComparison(Analysis analysis, Baseline baseline) {
        Set<String> found = new HashSet<>();
        long fresh = 0;
        long old = 0;
        for (SiteFindings findings : analysis.sites().byCost()) {
            for (String name : findings.site().names()) {
                if (baseline.accepts(name)) {
                    found.add(name);
                }
            }
            if (findings.worst() != Grade.KNOWN) {
                fresh += analysis.isNew(findings) ? 1 : 0;
                old += analysis.isNew(findings) ? 0 : 1;
            }
        }
        file = Objects.requireNonNull(baseline.file(), "a baseline without a file").toString();
        added = fresh;
        unchanged = old;
        gone = (long) baseline.size() - found.size();
    }

    /** The comparison in one line. */
    public String text() {
        return PlainText.count(added, "site")
                + (" new, " + unchanged + " as in the baseline ")
                + PlainText.printable(file)
                + (gone > 0 ? "; " + gone + " of the baseline not found" : "");
    }
}

package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.text.PlainText;
import java.util.HashSet;
import java.util.Set;

/** Sites found compared with a baseline; those of known behaviours aside. Immutable. */
public final class BaselineComparison {

    /** Sites that are not in the baseline. */
    public final long added;

    /** Sites that are. */
    public final long unchanged;

    /** Sites of the baseline that were not found. */
    public final long gone;

    private final String name;

    /** An analysis must have a baseline. */
    public BaselineComparison(Analysis analysis) {
        Baseline baseline = analysis.baseline();
        Set<String> found = new HashSet<>();
        long fresh = 0;
        long old = 0;
        for (SiteFindings site : analysis.sites().byCost()) {
            String fingerprint = site.place().fingerprint();
            if (baseline.accepts(fingerprint)) {
                found.add(fingerprint);
            }
            if (site.worst() != Grade.KNOWN) {
                fresh += analysis.isNew(site) ? 1 : 0;
                old += analysis.isNew(site) ? 0 : 1;
            }
        }
        name = PlainText.printable(baseline.file().toString());
        added = fresh;
        unchanged = old;
        gone = (long) baseline.size() - found.size();
    }

    /** In one line. */
    public String text() {
        return PlainText.count(added, "site")
                + (" new, " + unchanged + " as in the baseline ")
                + name
                + (gone > 0 ? "; " + gone + " of the baseline not found" : "");
    }
}

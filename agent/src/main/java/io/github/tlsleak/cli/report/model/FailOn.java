package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.common.text.PlainText;
import java.util.Locale;

/** What makes a build fail; known behaviours and suppressed findings never do. */
public enum FailOn {
    /** Any leak. */
    LEAK(Grade.LEAK),
    /** Any leak or defect. */
    DEFECT(Grade.DEFECT),
    /** Anything. */
    NOTICE(Grade.NOTICE),
    /** Anything that is not in the baseline. */
    NEW(Grade.NOTICE);

    private final Grade mildest;

    FailOn(Grade mildest) {
        this.mildest = mildest;
    }

    /** The gate of a name, in lower case; null if there is none. */
    public static FailOn of(String name) {
        for (FailOn gate : values()) {
            if (gate.name().toLowerCase(Locale.ROOT).equals(name)) {
                return gate;
            }
        }
        return null;
    }

    /**
     * Looks for what this names; with a baseline, only at sites that are not in it.
     *
     * @param analysis what was found
     * @return what is there, in a few words, or null if there is nothing
     */
    public String verdict(Analysis analysis) {
        // sites beyond the table's bound are not known one by one: none of them is accepted
        long findings = 0;
        for (Grade grade : Grade.values()) {
            findings += grade.compareTo(mildest) <= 0 ? analysis.count(grade) : 0;
        }
        long sites = 0;
        for (SiteFindings site : analysis.sites().byCost()) {
            long severe = severe(site);
            boolean accepted = analysis.baseline() != null && !analysis.isNew(site);
            findings -= accepted ? severe : 0;
            sites += severe > 0 && !accepted ? 1 : 0;
        }
        if (findings == 0) {
            return null;
        }
        String what = analysis.baseline() == null ? "finding" : "new finding";
        return PlainText.count(findings, what) + " at " + PlainText.count(sites, "site");
    }

    private long severe(SiteFindings site) {
        long severe = 0;
        for (Grade grade : Grade.values()) {
            severe += grade.compareTo(mildest) <= 0 ? site.count(grade) : 0;
        }
        return severe;
    }
}

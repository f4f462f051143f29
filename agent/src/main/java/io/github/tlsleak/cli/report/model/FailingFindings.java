package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.common.text.PlainText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which findings make a build fail. Known behaviours and suppressed findings never do. Immutable.
 */
public enum FailingFindings {
    /** Any leak fails the build. */
    LEAK(Grade.LEAK),
    /** Any leak or defect fails the build. */
    DEFECT(Grade.DEFECT),
    /** Any finding fails the build. */
    NOTICE(Grade.NOTICE),
    /** Any finding at a site that baseline or earlier report do not have fails the build. */
    NEW(Grade.NOTICE);

    private final Grade mildest;

    FailingFindings(Grade mildest) {
        this.mildest = mildest;
    }

    /** The constant with a name in lower case, or null if there is none. */
    public static @Nullable FailingFindings of(@Nullable String name) {
        for (FailingFindings failing : values()) {
            if (failing.name().toLowerCase(Locale.ROOT).equals(name)) {
                return failing;
            }
        }
        return null;
    }

    /**
     * Looks for findings that fail the build. Findings at sites of the baseline do not.
     *
     * @param analysis what was found
     * @return these findings in a few words, or null if there are none
     */
    public @Nullable String verdict(Analysis analysis) {
        // sites beyond the bound of the table are only counted: none of them is accepted
        long failing = 0;
        for (Grade grade : Grade.values()) {
            failing += grade.compareTo(mildest) <= 0 ? analysis.count(grade) : 0;
        }
        long sites = 0;
        for (SiteFindings findings : analysis.sites().byCost()) {
            failing -= isAccepted(findings, analysis) ? severe(findings) : 0;
            sites += fails(findings, analysis) ? 1 : 0;
        }
        if (failing == 0) {
            return null;
        }
        String what = tellsNew(analysis) ? "new finding" : "finding";
        return PlainText.count(failing, what) + " at " + PlainText.count(sites, "site");
    }

    /** Whether a site has findings that fail the build. */
    public boolean fails(SiteFindings findings, Analysis analysis) {
        return severe(findings) > 0 && !isAccepted(findings, analysis);
    }

    private boolean isAccepted(SiteFindings findings, Analysis analysis) {
        return tellsNew(analysis) && !analysis.isNew(findings);
    }

    /** An earlier report excuses nothing but what is asked for new sites. */
    private boolean tellsNew(Analysis analysis) {
        return analysis.baseline() != null || (this == NEW && analysis.newSites().areKnown());
    }

    private long severe(SiteFindings findings) {
        long severe = 0;
        for (Grade grade : Grade.values()) {
            severe += grade.compareTo(mildest) <= 0 ? findings.count(grade) : 0;
        }
        return severe;
    }
}

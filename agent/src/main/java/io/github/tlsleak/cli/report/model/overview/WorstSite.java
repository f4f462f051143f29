package io.github.tlsleak.cli.report.model.overview;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import org.jspecify.annotations.Nullable;

/** One of the worst sites, in the few things that its reader needs first. Immutable. */
public final class WorstSite {

    public final SiteFindings findings;

    /** The site that is responsible: the one that closed if that is the cause. */
    public final ReportedSite blamed;

    /** The most frequent verdict of its worst severity. */
    public final String verdict;

    /** Number of its findings of that verdict. */
    public final long verdictCount;

    /** Number of all its findings. */
    public final long count;

    public final Trend trend;

    /** How to fix it; null if this version does not know the verdict. */
    public final @Nullable String fix;

    /** Whether the baseline does not have it. */
    public final boolean isNew;

    WorstSite(Analysis analysis, SiteFindings findings, Trend trend) {
        this.findings = findings;
        this.blamed = analysis.sites().blamed(findings);
        this.verdict = findings.verdict();
        this.verdictCount = findings.verdicts.values().iterator().next().byCount().get(0).count;
        this.count = findings.sum();
        this.trend = trend;
        Explanation explanation = findings.explanation(verdict);
        this.fix = explanation == null ? null : explanation.fix;
        this.isNew = analysis.isNew(findings);
    }

    /** The responsible frame, or words in its place. */
    public String frame() {
        return blamed.shortText();
    }
}

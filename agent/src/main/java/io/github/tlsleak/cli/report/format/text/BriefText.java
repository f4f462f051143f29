package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.FailingFindings;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.overview.Overview;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most costly sites with a line each, then the worst of them in full. Those that fail a build
 * come first, and ten of them in full: a build's log may be all that its reader has. Used by one
 * thread.
 */
final class BriefText {

    /** Sites with a line each, unless {@code --top} says it. */
    private static final int LINES = 20;

    /** Sites in full. If there are no more, lines would say the same again. */
    private static final int FULL = 3;

    private static final int FAILING_FULL = 10;

    private final Analysis analysis;
    private final @Nullable FailingFindings limit;
    private final Overview overview;
    private final TextOut out;

    /**
     * @param limit the findings that fail a build; null: none
     */
    BriefText(Analysis analysis, @Nullable FailingFindings limit, Overview overview, TextOut out) {
        this.analysis = analysis;
        this.limit = limit;
        this.overview = overview;
        this.out = out;
    }

    void write(SiteText text) throws IOException {
        List<SiteFindings> sites = analysis.sites().byCost();
        sites.removeIf(findings -> findings.worst() == Grade.KNOWN);
        List<SiteFindings> failing = new ArrayList<>();
        if (limit != null) {
            failing.addAll(sites);
            failing.removeIf(findings -> !limit.fails(findings, analysis));
            sites.removeAll(failing);
            sites.addAll(0, failing);
        }
        int full = Math.max(FULL, Math.min(failing.size(), FAILING_FULL));
        List<SiteFindings> shown =
                sites.subList(0, Math.min(sites.size(), analysis.extent().top(LINES)));
        boolean lines = shown.size() > full;
        if (lines) {
            out.gap();
            new SiteLines(analysis, overview, out).write(shown);
            more(sites.size() - shown.size());
        }
        int number = 0;
        for (SiteFindings findings : shown.subList(0, Math.min(full, shown.size()))) {
            out.gap();
            number++;
            text.write(findings, !lines, number);
        }
        if (!lines && sites.size() > shown.size()) {
            out.gap();
            more(sites.size() - shown.size());
        }
        if (failing.size() > full) {
            out.gap();
            out.prose(
                    "and "
                            + PlainText.count(failing.size() - full, "more site")
                            + " that --fail-on names: --all shows each in full");
        }
    }

    private void more(int sites) throws IOException {
        if (sites > 0) {
            out.line("and " + PlainText.count(sites, "more site"));
        }
    }
}

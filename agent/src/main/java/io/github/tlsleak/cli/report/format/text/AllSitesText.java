package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.ReportedSites;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every site in full, by owner. Used by one thread. */
final class AllSitesText {

    private final Analysis analysis;
    private final TextOut out;

    AllSitesText(Analysis analysis, TextOut out) {
        this.analysis = analysis;
        this.out = out;
    }

    void write(SiteText text) throws IOException {
        int number = 0;
        Set<ReportedSite> shown = new HashSet<>();
        analysis.shown().forEach(findings -> shown.add(findings.site()));
        for (String owner : ReportedSite.OWNERS) {
            List<SiteFindings> sites = analysis.sites().byCost(owner);
            if (sites.isEmpty()) {
                continue;
            }
            out.gap();
            out.prose(TextOut.Style.BOLD, heading(owner, sites));
            long left = sites.size();
            for (SiteFindings findings : sites) {
                if (shown.contains(findings.site())) {
                    out.gap();
                    number++;
                    left--;
                    text.write(findings, true, number);
                }
            }
            if (left > 0) {
                out.gap();
                out.line("and " + PlainText.count(left, "more site") + ", left out by --top");
            }
        }
    }

    private static String heading(String owner, List<SiteFindings> sites) {
        return "owner "
                + owner
                + ": "
                + PlainText.count(ReportedSites.count(sites, Grade.LEAK), "leak")
                + ", "
                + PlainText.count(ReportedSites.count(sites, Grade.DEFECT), "defect")
                + ", "
                + PlainText.count(ReportedSites.count(sites, Grade.NOTICE), "notice")
                + " at "
                + PlainText.count(sites.size(), "site");
    }
}

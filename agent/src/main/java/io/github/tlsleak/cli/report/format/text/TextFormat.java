package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.format.Format;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.BaselineComparison;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.ReportedSites;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The analysis as text for a terminal, the most important part first. Immutable. */
public final class TextFormat implements Format {

    private final boolean colours;
    private final int width;

    /**
     * @param colours whether the text has colours
     * @param width the column at which sentences are wrapped; 0: not at all
     */
    public TextFormat(boolean colours, int width) {
        this.colours = colours;
        this.width = width;
    }

    @Override
    public void write(Analysis analysis, Writer writer) throws IOException {
        TextOut out = new TextOut(writer, colours, width);
        out.line(TextOut.Style.BOLD, "report " + analysis.inputs().title());
        HeaderText.write(analysis.jvms(), out);
        for (String filter : analysis.filters()) {
            out.field("only", filter);
        }
        out.gap();
        totals(analysis, out);
        new GroupsText(analysis, out).write();
        sites(analysis, out);
        new AppendixText(analysis, out).write();
    }

    private static void totals(Analysis analysis, TextOut out) throws IOException {
        ReportedSites table = analysis.sites();
        long sites = 0;
        StringBuilder verdicts = new StringBuilder();
        for (SiteFindings findings : table.byCost()) {
            sites += findings.worst() == Grade.KNOWN ? 0 : 1;
        }
        for (Grade grade : new Grade[] {Grade.LEAK, Grade.DEFECT, Grade.NOTICE}) {
            String text = analysis.verdicts(grade).text();
            verdicts.append(text.isEmpty() ? "" : verdicts.length() == 0 ? ": " : ", ");
            verdicts.append(text);
        }
        String at = sites == 0 ? "" : " at " + PlainText.count(sites, "site") + verdicts;
        out.line(TextOut.Style.BOLD, grades(analysis) + at);
        if (analysis.skipped() > 0) {
            out.line(
                    "  "
                            + analysis.skipped()
                            + " more only counted: over 1000 a second from a site");
        }
        if (table.beyond() > 0) {
            out.line("  " + table.beyond() + " at sites beyond the " + ReportedSites.MAX_SITES);
        }
        Baseline accepted = analysis.baseline();
        if (accepted != null) {
            out.line("  " + new BaselineComparison(analysis, accepted).text());
        }
    }

    private static String grades(Analysis analysis) {
        return PlainText.count(analysis.count(Grade.LEAK), "leak")
                + ", "
                + PlainText.count(analysis.count(Grade.DEFECT), "defect")
                + ", "
                + PlainText.count(analysis.count(Grade.NOTICE), "notice");
    }

    private static void sites(Analysis analysis, TextOut out) throws IOException {
        SiteText text = new SiteText(analysis, out);
        int number = 0;
        Set<ReportedSite> shown = new HashSet<>();
        analysis.shown().forEach(findings -> shown.add(findings.site()));
        for (String owner : ReportedSite.OWNERS) {
            List<SiteFindings> sites = analysis.sites().byCost(owner);
            if (sites.isEmpty()) {
                continue;
            }
            out.gap();
            out.line(TextOut.Style.BOLD, heading(owner, sites));
            long left = sites.size();
            for (SiteFindings findings : sites) {
                if (shown.contains(findings.site())) {
                    out.gap();
                    number++;
                    left--;
                    text.write(findings, number);
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

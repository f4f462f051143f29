package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSites;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.compare.BaselineComparison;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;

/** The first lines: what was found, and in what. Used by one thread. */
final class TotalsText {

    private final Analysis analysis;
    private final TextOut out;

    TotalsText(Analysis analysis, TextOut out) {
        this.analysis = analysis;
        this.out = out;
    }

    /**
     * Writes them.
     *
     * @param answer what was found, in one sentence
     */
    void write(String answer) throws IOException {
        out.prose(TextOut.Style.BOLD, answer);
        out.prose(sum());
        if (analysis.skipped() > 0) {
            out.prose(
                    "  "
                            + analysis.skipped()
                            + " more only counted: over 1000 a second from a site");
        }
        if (analysis.sites().beyond() > 0) {
            out.prose(
                    "  "
                            + analysis.sites().beyond()
                            + " at sites beyond the "
                            + ReportedSites.MAX_SITES);
        }
        out.field("read", analysis.inputs().title());
        for (String filter : analysis.filters()) {
            out.field("only", filter);
        }
        Baseline accepted = analysis.baseline();
        if (accepted != null) {
            out.field("baseline", new BaselineComparison(analysis, accepted).text());
        }
        AgainstText.line(analysis, out);
    }

    private String sum() {
        long sites = 0;
        for (SiteFindings findings : analysis.sites().byCost()) {
            sites += findings.worst() == Grade.KNOWN ? 0 : 1;
        }
        StringBuilder verdicts = new StringBuilder();
        for (Grade grade : new Grade[] {Grade.LEAK, Grade.DEFECT, Grade.NOTICE}) {
            String text = analysis.verdicts(grade).text();
            verdicts.append(text.isEmpty() ? "" : verdicts.length() == 0 ? ": " : ", ");
            verdicts.append(text);
        }
        return grades(analysis)
                + (sites == 0 ? "" : " at " + PlainText.count(sites, "site") + verdicts);
    }

    private static String grades(Analysis analysis) {
        return PlainText.count(analysis.count(Grade.LEAK), "leak")
                + ", "
                + PlainText.count(analysis.count(Grade.DEFECT), "defect")
                + ", "
                + PlainText.count(analysis.count(Grade.NOTICE), "notice");
    }
}

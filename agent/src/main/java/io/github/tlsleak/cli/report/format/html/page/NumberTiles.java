package io.github.tlsleak.cli.report.format.html.page;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.compare.BaselineComparison;
import io.github.tlsleak.cli.report.model.overview.Thousands;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the totals, in the words of totals.js. Used by one thread. */
final class NumberTiles {

    private final Analysis analysis;
    private final HtmlText out;

    NumberTiles(Analysis analysis, HtmlText out) {
        this.analysis = analysis;
        this.out = out;
    }

    void tiles() throws IOException {
        grade(Grade.LEAK, "nobody closed it");
        grade(Grade.DEFECT, "no close_notify");
        grade(Grade.NOTICE, "by design or harmless");
        long sites = 0;
        for (String owner : ReportedSite.OWNERS) {
            sites += analysis.sites().byCost(owner).size();
        }
        tile("plain", sites, sites == 1 ? "site" : "sites", "places in the code");
        open();
        Baseline accepted = analysis.baseline();
        if (accepted != null) {
            BaselineComparison compared = new BaselineComparison(analysis, accepted);
            String known = Thousands.text(compared.unchanged) + " known before, ";
            tile(
                    "plain",
                    compared.added,
                    "new sites",
                    known + Thousands.text(compared.gone) + " gone");
        }
    }

    private void open() throws IOException {
        long still = analysis.open().stillOpen();
        long listed = analysis.open().size() + analysis.open().beyond();
        String more =
                still == listed || listed == 0
                        ? ""
                        : ", " + Thousands.text(listed) + " of them reported";
        tile("plain", still, "still open", "when last heard of" + more);
    }

    private void grade(Grade grade, String more) throws IOException {
        long count = analysis.count(grade);
        tile(grade.label(), count, grade.label() + (count == 1 ? "" : "s"), more);
    }

    private void tile(String kind, long count, String word, String more) throws IOException {
        out.raw("\n<div class=\"card " + kind + (count == 0 ? " zero" : "") + "\"><b>");
        out.raw(Thousands.text(count)).raw("</b><span>").text(word);
        out.raw("</span><small>").prose(more).raw("</small></div>");
    }

    /** What the figures leave out. */
    void beside() throws IOException {
        List<String> beside = new ArrayList<>();
        add(beside, analysis.count(Grade.KNOWN), "excused as known behaviour");
        add(beside, analysis.suppressed().sum(), "suppressed");
        add(beside, analysis.skipped(), "only counted, over 1,000 a second from a site");
        add(beside, analysis.sites().beyond(), "at sites beyond the 10,000 kept");
        if (!beside.isEmpty()) {
            out.prose("Not in these figures: " + String.join("; ", beside) + ".");
        }
    }

    private static void add(List<String> beside, long count, String what) {
        if (count > 0) {
            beside.add(Thousands.text(count) + " " + what);
        }
    }
}

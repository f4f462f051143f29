package io.github.tlsleak.cli.report.format.html.page;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.cli.report.model.overview.Overview;
import io.github.tlsleak.cli.report.model.overview.Thousands;
import io.github.tlsleak.common.rules.KnownBehaviours;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the first sites with fix and stack, each stack folded. Used by one thread. */
final class StaticSites {

    /** How many sites stand in the page itself. */
    static final int MAX_SITES = 100;

    private final Analysis analysis;
    private final Overview overview;
    private final HtmlText out;

    StaticSites(Analysis analysis, Overview overview, HtmlText out) {
        this.analysis = analysis;
        this.overview = overview;
        this.out = out;
    }

    void write() throws IOException {
        List<SiteFindings> sites = analysis.shown();
        if (sites.isEmpty()) {
            out.raw("\n<p>Nothing was found.</p>");
            return;
        }
        out.raw("\n<ol class=\"static-list\">");
        for (SiteFindings findings : sites.subList(0, Math.min(MAX_SITES, sites.size()))) {
            site(findings);
        }
        out.raw("\n</ol>");
        if (sites.size() > MAX_SITES) {
            out.raw("\n<p class=\"muted\">");
            out.count((long) sites.size() - MAX_SITES, "more site");
            out.raw(": with JavaScript here, or by <code>report FILE --all</code>.</p>");
        }
    }

    private void site(SiteFindings findings) throws IOException {
        ReportedSite site = findings.site();
        ReportedSite blamed = analysis.sites().blamed(findings);
        String kind = findings.worst().label();
        out.raw("\n<li class=\"static-site\">\n<h3>").badge(kind, kind).raw(" ");
        out.frame(blamed.shortText());
        if (analysis.isNew(findings)) {
            out.raw(" ").badge("new", "new");
        }
        out.raw("</h3>\n<p>").prose(counts(findings)).raw("; ");
        out.prose(overview.trend(findings).text()).raw(". <span class=\"muted\">Owner ");
        out.text(blamed.owner()).raw(", site <code>").text(site.fingerprint());
        out.raw("</code></span></p>");
        fix(findings);
        out.raw("\n<details><summary>Stack</summary><div id=\"").anchor(site.fingerprint());
        out.raw("\">");
        stacks(findings);
        out.raw("</div></details></li>");
    }

    /** For example {@code 8 findings: 5 LOST, 3 OPEN}. */
    private static String counts(SiteFindings findings) {
        List<String> verdicts = new ArrayList<>();
        for (Map.Entry<Grade, TopCounts> entry : findings.verdicts.entrySet()) {
            for (TopCounts.Entry verdict : entry.getValue().byCount()) {
                verdicts.add(Thousands.text(verdict.count) + " " + verdict.name);
            }
        }
        if (findings.skipped() > 0) {
            verdicts.add(Thousands.text(findings.skipped()) + " only counted");
        }
        String sum = Thousands.count(findings.sum(), "finding");
        return sum + ": " + String.join(", ", verdicts);
    }

    private void fix(SiteFindings findings) throws IOException {
        KnownBehaviours.Rule known = Explanation.known(findings.known());
        if (findings.worst() == Grade.KNOWN && known != null) {
            out.raw("\n<p class=\"fix\"><b>Known</b> ").text(known.sentence()).raw("</p>");
            return;
        }
        Explanation explanation = findings.explanation(findings.verdict());
        if (explanation != null) {
            out.raw("\n<p>").text(explanation.what).raw(": ").text(explanation.why).raw("</p>");
            out.raw("\n<p class=\"fix\"><b>Fix</b> ").text(explanation.fix).raw("</p>");
        }
    }

    private void stacks(SiteFindings findings) throws IOException {
        ReportedSite hanging = analysis.sites().hanging(findings);
        if (hanging != null) {
            stack("Hangs at, in thread " + findings.hangsIn(), hanging);
        }
        ReportedSite closing = analysis.sites().closing(findings);
        if (closing != null) {
            stack("Closed at", closing);
        }
        ReportedSite site = findings.site();
        stack(site.isAdopted() ? "Older than the agent, next used at" : "Allocated at", site);
    }

    private void stack(String title, ReportedSite site) throws IOException {
        out.raw("<p class=\"muted\">").text(title).raw("</p><pre class=\"frames\">");
        int responsible = site.frameIndex();
        List<String> stack = site.stack();
        for (int i = 0; i < stack.size(); i++) {
            out.raw(i == responsible ? "<b>" : "").text(stack.get(i));
            out.raw(i == responsible ? "</b>\n" : "\n");
        }
        out.raw(stack.isEmpty() ? "not known</pre>" : "</pre>");
    }
}

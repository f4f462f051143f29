package io.github.tlsleak.cli.report.format.html.page;

import io.github.tlsleak.cli.report.model.overview.Overview;
import io.github.tlsleak.cli.report.model.overview.WorstSite;
import java.io.IOException;

/** Writes the sentence and the worst sites. Used by one thread. */
final class FirstScreen {

    private final Overview overview;
    private final HtmlText out;

    FirstScreen(Overview overview, HtmlText out) {
        this.overview = overview;
        this.out = out;
    }

    void sentence() throws IOException {
        out.prose(overview.sentence());
    }

    /** One item a site: where, what, how it goes on, and how to fix it. */
    void worst() throws IOException {
        for (WorstSite site : overview.worst()) {
            String kind = site.findings.worst().label();
            out.raw("\n<li class=\"worst-site " + kind + "\"><p><a href=\"#");
            out.anchor(site.findings.site().fingerprint()).raw("\">").frame(site.frame());
            out.raw("</a></p>\n<p class=\"said\">").badge(kind, kind).raw(" <b>");
            out.text(site.verdict).raw("</b> <span>");
            if (site.verdictCount != site.count) {
                out.number(site.verdictCount).raw(" of ");
            }
            out.count(site.count, "finding")
                    .raw("</span> ")
                    .raw("<span class=\"muted\">")
                    .prose(site.trend.text());
            out.raw("</span>");
            if (site.isNew) {
                out.raw(" ").badge("new", "new");
            }
            out.raw("</p>");
            if (site.fix != null) {
                out.raw("\n<p class=\"fix\"><b>Fix</b> ").text(site.fix).raw("</p>");
            }
            out.raw("</li>");
        }
    }
}

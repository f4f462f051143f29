package io.github.tlsleak.cli.report.format.html.page;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.compare.AgainstComparison;
import io.github.tlsleak.cli.report.model.compare.Change;
import io.github.tlsleak.cli.report.model.compare.ComparedSite;
import java.io.IOException;
import java.util.List;

/** Writes what has changed since an earlier report. Stateless. */
final class StaticAgainst {

    private static final int SITES = 100;

    private StaticAgainst() {}

    /** Writes a section; nothing if there is no earlier report. */
    static void write(Analysis analysis, HtmlText out) throws IOException {
        AgainstComparison against = AgainstComparison.of(analysis);
        if (against == null) {
            return;
        }
        out.raw("<section id=\"against\" class=\"panel\" aria-labelledby=\"against-h\">");
        out.raw("<h2 id=\"against-h\">Compared</h2>\n<p id=\"against-text\"><b>");
        out.text(against.text()).raw("</b>. <span class=\"muted\">");
        out.text(against.basis()).raw(".</span></p>");
        List<ComparedSite> changed = against.changed();
        out.raw(
                changed.isEmpty()
                        ? "\n<p>Nothing has changed.</p>"
                        : "\n<ol class=\"static-list\">");
        int shown = Math.min(SITES, changed.size());
        for (ComparedSite site : changed.subList(0, shown)) {
            site(site, out);
        }
        out.raw(changed.isEmpty() ? "" : "\n</ol>");
        if (changed.size() > shown) {
            out.raw("\n<p class=\"muted\">");
            out.count((long) changed.size() - shown, "more site").raw("</p>");
        }
        out.raw("\n</section>");
    }

    private static void site(ComparedSite site, HtmlText out) throws IOException {
        String kind = site.findings.worst().label();
        boolean fresh = site.change == Change.NEW;
        out.raw("\n<li>").badge(fresh ? "new" : "notice", site.change.label()).raw(" ");
        out.badge(kind, site.findings.verdict()).raw(" ").prose(site.words()).raw(" ");
        if (site.change == Change.GONE) {
            out.frame(site.blamed.shortText()).raw("</li>");
            return;
        }
        out.raw("<a href=\"#").anchor(site.findings.site().fingerprint()).raw("\">");
        out.frame(site.blamed.shortText()).raw("</a></li>");
    }
}

package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.compare.AgainstComparison;
import io.github.tlsleak.cli.report.model.compare.ComparedSite;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.List;

/** The comparison with an earlier report as text. Stateless. */
final class AgainstText {

    private static final int SITES = 20;

    private AgainstText() {}

    /** Writes how many sites have changed; nothing if there is no earlier report. */
    static void line(Analysis analysis, TextOut out) throws IOException {
        AgainstComparison against = AgainstComparison.of(analysis);
        if (against != null) {
            out.prose("  " + against.text());
        }
    }

    /** Writes the sites that have changed; nothing if there is no earlier report. */
    static void write(Analysis analysis, TextOut out) throws IOException {
        AgainstComparison against = AgainstComparison.of(analysis);
        List<ComparedSite> changed = against == null ? null : against.changed();
        if (against == null || changed == null || changed.isEmpty()) {
            return;
        }
        out.gap();
        out.prose(TextOut.Style.BOLD, "against " + against.title);
        out.prose("  " + against.basis());
        boolean all = analysis.extent().isAll();
        int shown = all ? changed.size() : Math.min(changed.size(), SITES);
        for (ComparedSite site : changed.subList(0, shown)) {
            site(site, out);
        }
        if (changed.size() > shown) {
            out.line("  and " + PlainText.count(changed.size() - shown, "site") + " more");
        }
    }

    private static void site(ComparedSite site, TextOut out) throws IOException {
        out.field(
                site.change.label(),
                (site.findings.worst().label() + " " + site.findings.verdict() + " ")
                        + site.words()
                        + "  "
                        + SiteText.site(site.findings.site(), site.blamed));
    }
}

package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.SiteFindings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The last lines: how to see what is left out. Stateless. */
final class MoreText {

    private static final int FULL = 3;

    private MoreText() {}

    /**
     * Writes nothing if nothing is left out.
     *
     * @param folded whether frames are
     */
    static void write(Analysis analysis, boolean folded, TextOut out) throws IOException {
        List<String> ways = new ArrayList<>();
        long sites = 0;
        for (SiteFindings findings : analysis.sites().byCost()) {
            sites += findings.worst() == Grade.KNOWN ? 0 : 1;
        }
        boolean one = analysis.extent().site() != null;
        if (sites > FULL && !one && !analysis.extent().isAll()) {
            ways.add("--site SITE (one in full)");
            ways.add("--all (each of the " + sites + ")");
        }
        if (folded) {
            ways.add("--full (whole stacks)");
        }
        if (sites > FULL && !one) {
            ways.add("--format html --out FILE (a page)");
        }
        if (!ways.isEmpty()) {
            out.gap();
            out.prose(TextOut.Style.FAINT, "more: " + String.join(", ", ways));
        }
    }
}

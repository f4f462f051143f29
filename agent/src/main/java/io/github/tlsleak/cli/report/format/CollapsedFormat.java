package io.github.tlsleak.cli.report.format;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Folded stacks for flame-graph tools: a line a site, outermost frame first, frames separated by
 * semicolons, a blank, and the number of findings. Leaks and defects alone, or all. Immutable.
 */
public final class CollapsedFormat implements Format {

    private final boolean all;

    public CollapsedFormat(boolean all) {
        this.all = all;
    }

    @Override
    public void write(Analysis analysis, Writer out) throws IOException {
        for (SiteFindings site : analysis.sites().byCost()) {
            long count = count(site);
            if (count > 0) {
                out.write(folded(site.place()) + " " + count + "\n");
            }
        }
    }

    /** What the agent counted without a line is of the site's usual kind. */
    private long count(SiteFindings site) {
        long severe = site.count(Grade.LEAK) + site.count(Grade.DEFECT);
        if (all) {
            return site.sum();
        }
        return severe == 0 ? 0 : severe + site.skipped();
    }

    private static String folded(ReportedSite place) {
        List<String> stack = place.stack();
        if (stack.isEmpty()) {
            return frame(place.frame() == null ? "site " + place.fingerprint() : place.frame());
        }
        StringBuilder folded = new StringBuilder();
        for (int i = stack.size() - 1; i >= 0; i--) {
            folded.append(frame(stack.get(i))).append(i > 0 ? ";" : "");
        }
        return folded.toString();
    }

    private static String frame(String frame) {
        String clean = frame.replace(';', ',').trim();
        return clean.isEmpty() ? "?" : clean;
    }
}

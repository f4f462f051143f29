package io.github.tlsleak.cli.report.format;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Folded stacks for flame-graph tools. Each site is one line: its frames, outermost first,
 * separated by semicolons, then a blank and the number of findings. Immutable.
 */
public final class CollapsedFormat implements Format {

    private final boolean all;

    /**
     * @param all whether notices and known behaviours are written, too
     */
    public CollapsedFormat(boolean all) {
        this.all = all;
    }

    @Override
    public void write(Analysis analysis, Writer out) throws IOException {
        for (SiteFindings findings : analysis.shown()) {
            long count = count(findings);
            if (count > 0) {
                out.write(folded(findings.site()) + " " + count + "\n");
            }
        }
    }

    /**
     * Findings that the agent only counted are taken to be leaks or defects if the site has any.
     */
    private long count(SiteFindings findings) {
        long severe = findings.count(Grade.LEAK) + findings.count(Grade.DEFECT);
        if (all) {
            return findings.sum();
        }
        return severe == 0 ? 0 : severe + findings.skipped();
    }

    private static String folded(ReportedSite site) {
        List<String> stack = site.stack();
        if (stack.isEmpty()) {
            return frame(site.frame() == null ? "site " + site.fingerprint() : site.frame());
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

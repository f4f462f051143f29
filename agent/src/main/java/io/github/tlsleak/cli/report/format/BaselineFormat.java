package io.github.tlsleak.cli.report.format;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Writes the sites found as a baseline. The same findings give the same file. Stateless. */
public final class BaselineFormat implements Format {

    /** The sites that a baseline of an analysis has, in the order of their fingerprints. */
    public static List<SiteFindings> accepted(Analysis analysis) {
        List<SiteFindings> sites = new ArrayList<>(analysis.sites().byCost());
        sites.removeIf(findings -> !isAcceptable(findings));
        sites.sort(Comparator.comparing(findings -> findings.site().fingerprint()));
        return sites;
    }

    @Override
    public void write(Analysis analysis, Writer out) throws IOException {
        List<SiteFindings> sites = accepted(analysis);
        out.write(Baseline.HEADER + ": sites known and accepted, a line each; any other is new\n");
        for (SiteFindings findings : sites) {
            out.write("\n" + entry(findings));
        }
    }

    /** Whether a site has an entry: known behaviours need none. */
    public static boolean isAcceptable(SiteFindings findings) {
        return findings.worst() != Grade.KNOWN
                && Baseline.isFingerprint(findings.site().fingerprint());
    }

    /** What a baseline says of a site: a comment and its line. */
    public static String entry(SiteFindings findings) {
        TreeSet<String> verdicts = new TreeSet<>();
        for (TopCounts counts : findings.verdicts.values()) {
            counts.byCount().forEach(entry -> verdicts.add(entry.name));
        }
        ReportedSite site = findings.site();
        String where = site.shortText() + " [" + site.owner() + "]\n";
        return "# " + String.join(", ", verdicts) + " at " + where + site.fingerprint() + "\n";
    }
}

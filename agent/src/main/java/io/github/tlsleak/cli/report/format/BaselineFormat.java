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

/** The sites found, as a baseline: the same findings give the same file. Stateless. */
public final class BaselineFormat implements Format {

    @Override
    public void write(Analysis analysis, Writer out) throws IOException {
        List<SiteFindings> sites = new ArrayList<>(analysis.sites().byCost());
        sites.removeIf(
                site ->
                        site.worst() == Grade.KNOWN
                                || !Baseline.isFingerprint(site.place().fingerprint()));
        sites.sort(Comparator.comparing(site -> site.place().fingerprint()));
        out.write("# tlsleak baseline: sites known and accepted, a line each; any other is new\n");
        for (SiteFindings site : sites) {
            TreeSet<String> verdicts = new TreeSet<>();
            for (TopCounts counts : site.verdicts.values()) {
                counts.byCount().forEach(entry -> verdicts.add(entry.name));
            }
            ReportedSite place = site.place();
            out.write("\n# " + String.join(", ", verdicts) + " at " + place.shortText());
            out.write(" [" + place.owner() + "]\n" + place.fingerprint() + "\n");
        }
    }
}

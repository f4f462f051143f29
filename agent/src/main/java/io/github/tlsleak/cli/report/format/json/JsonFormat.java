package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.format.Format;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.ReportedSites;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TimeLine;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.cli.report.model.compare.BaselineComparison;
import io.github.tlsleak.cli.report.model.overview.Overview;
import io.github.tlsleak.cli.report.read.DocumentReader;
import io.github.tlsleak.cli.report.read.ReadFiles;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The analysis as one JSON document; agent/docs/reports.md has its fields. Immutable. */
public final class JsonFormat implements Format {

    private static final Grade[] COUNTED = {Grade.LEAK, Grade.DEFECT, Grade.NOTICE};

    private final String version;
    private final boolean state;

    /**
     * @param version version of this tlsleak
     * @param state whether the document is to be read again, so that it can be merged
     */
    public JsonFormat(String version, boolean state) {
        this.version = version;
        this.state = state;
    }

    @Override
    public void write(Analysis analysis, Writer writer) throws IOException {
        JsonWriter out = new JsonWriter(writer).object();
        ReadFiles inputs = analysis.inputs();
        out.text(DocumentReader.FORMAT, DocumentReader.NAME);
        out.number(DocumentReader.VERSION, DocumentReader.NEWEST);
        out.text("tlsleak", version).text("title", inputs.title());
        out.texts("sources", inputs.names()).number("sourceCount", inputs.count());
        if (!analysis.filters().isEmpty()) {
            out.texts("filters", analysis.filters());
        }
        Overview overview = Overview.of(analysis);
        JsonSummary.write(overview, out);
        totals(analysis, out);
        JsonAppendix appendix = new JsonAppendix(analysis, out);
        appendix.jvms();
        out.array("sites");
        JsonSite site = new JsonSite(analysis, overview, out);
        for (SiteFindings findings : analysis.shown()) {
            site.write(findings);
        }
        out.endArray();
        new JsonGroups(analysis, out).write();
        appendix.known();
        appendix.suppressed();
        new JsonOpen(analysis.open(), out).write();
        appendix.groups();
        timeLine(analysis, out);
        out.number("cellMillis", analysis.cellWidth());
        baseline(analysis, out);
        JsonAgainst.write(analysis, out);
        List<String> warnings = new ArrayList<>(analysis.allErrors());
        warnings.addAll(analysis.warnings());
        out.texts("warnings", warnings);
        if (state) {
            JsonState.write(analysis, out);
        }
        out.endObject().end();
    }

    private static void totals(Analysis analysis, JsonWriter out) throws IOException {
        out.object("totals");
        for (Grade grade : Grade.values()) {
            out.number(grade.label(), analysis.count(grade));
        }
        out.number("suppressed", analysis.suppressed().sum());
        out.number("skipped", analysis.skipped());
        long sites = 0;
        for (String owner : ReportedSite.OWNERS) {
            sites += analysis.sites().byCost(owner).size();
        }
        out.number("sites", sites).numberIfAny("beyond", analysis.sites().beyond());
        out.number("open", analysis.open().size() + analysis.open().beyond());
        out.number("stillOpen", analysis.open().stillOpen());
        out.number("reclosed", analysis.open().reclosed());
        out.array("verdicts");
        for (Grade grade : COUNTED) {
            for (TopCounts.Entry entry : analysis.verdicts(grade).byCount()) {
                out.object().text("verdict", entry.name).text("severity", grade.label());
                out.number("count", entry.count).endObject();
            }
        }
        out.endArray();
        owners(analysis, out);
        out.endObject();
    }

    private static void owners(Analysis analysis, JsonWriter out) throws IOException {
        out.array("owners");
        for (String owner : ReportedSite.OWNERS) {
            List<SiteFindings> sites = analysis.sites().byCost(owner);
            if (!sites.isEmpty()) {
                out.object().text("owner", owner);
                for (Grade grade : COUNTED) {
                    out.number(grade.label(), ReportedSites.count(sites, grade));
                }
                out.number("sites", sites.size()).endObject();
            }
        }
        out.endArray();
    }

    private static void timeLine(Analysis analysis, JsonWriter out) throws IOException {
        out.array("leaksOverTime");
        for (TimeLine.Bucket bucket : analysis.timeLine().buckets()) {
            out.object().time("from", bucket.from).number("millis", bucket.millis);
            for (Grade grade : COUNTED) {
                out.number(grade.label(), bucket.count(grade));
            }
            out.endObject();
        }
        out.endArray();
    }

    private static void baseline(Analysis analysis, JsonWriter out) throws IOException {
        Baseline accepted = analysis.baseline();
        if (accepted == null) {
            return;
        }
        BaselineComparison comparison = new BaselineComparison(analysis, accepted);
        out.object("baseline").text("file", comparison.file);
        out.number("new", comparison.added).number("unchanged", comparison.unchanged);
        out.number("gone", comparison.gone).endObject();
    }
}

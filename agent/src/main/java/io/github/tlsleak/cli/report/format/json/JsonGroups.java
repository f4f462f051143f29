package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.JvmGroup;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes the groups of JVMs of the JSON document. Used by one thread. */
final class JsonGroups {

    private static final int SITES = 10;
    private static final int JVMS = 20;
    private static final Grade[] COUNTED = {Grade.LEAK, Grade.DEFECT, Grade.NOTICE};

    private final Analysis analysis;
    private final JsonWriter out;

    JsonGroups(Analysis analysis, JsonWriter out) {
        this.analysis = analysis;
        this.out = out;
    }

    /** Writes nothing if JVMs are not grouped. */
    void write() throws IOException {
        if (analysis.by() == null) {
            return;
        }
        out.object("by").text("label", analysis.by()).array("groups");
        for (JvmGroup group : analysis.jvmGroups()) {
            group(group);
        }
        out.endArray().endObject();
    }

    private void group(JvmGroup group) throws IOException {
        out.object().text("name", group.name).number("jvmCount", group.jvmCount());
        List<ReportedJvm> jvms = group.jvms();
        long[] indexes = jvms.stream().limit(JVMS).mapToLong(jvm -> (long) jvm.index()).toArray();
        out.numbers("jvms", indexes);
        for (Grade grade : Grade.values()) {
            out.number(grade.label(), group.tally.count(grade));
        }
        out.array("verdicts");
        for (Grade grade : COUNTED) {
            verdicts(grade, group.tally.verdicts(grade));
        }
        out.endArray();
        List<SiteFindings> sites = group.sites(analysis.sites());
        out.number("siteCount", sites.size()).array("sites");
        int shown = Math.min(sites.size(), analysis.extent().top(SITES));
        for (SiteFindings findings : sites.subList(0, shown)) {
            site(findings);
        }
        out.endArray().endObject();
    }

    private void verdicts(Grade grade, TopCounts counts) throws IOException {
        for (TopCounts.Entry entry : counts.byCount()) {
            out.object().text("verdict", entry.name).text("severity", grade.label());
            out.number("count", entry.count).endObject();
        }
    }

    private void site(SiteFindings findings) throws IOException {
        out.object().text("site", findings.site().fingerprint());
        out.text("resource", findings.site().resource());
        out.text("owner", analysis.sites().blamed(findings).owner());
        out.text("frame", analysis.sites().blamed(findings).frame());
        out.text("severity", findings.worst().label()).number("count", findings.sum());
        out.array("verdicts");
        for (Map.Entry<Grade, TopCounts> grade : findings.verdicts.entrySet()) {
            verdicts(grade.getKey(), grade.getValue());
        }
        out.endArray().time("first", findings.first()).time("last", findings.last());
        out.number("jvmCount", findings.jvmCount()).endObject();
    }
}

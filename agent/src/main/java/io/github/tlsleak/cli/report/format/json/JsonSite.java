package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.format.BaselineFormat;
import io.github.tlsleak.cli.report.format.SourceFile;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.cli.report.model.overview.Overview;
import io.github.tlsleak.cli.report.sketch.Lifetimes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the sites with findings of the JSON document. Used by one thread. */
final class JsonSite {

    private static final int NAMES = 5;
    private static final int JVMS = 20;

    private final Analysis analysis;
    private final Overview overview;
    private final JsonWriter out;
    private final JsonCells cells;

    JsonSite(Analysis analysis, Overview overview, JsonWriter out) {
        this.analysis = analysis;
        this.overview = overview;
        this.out = out;
        this.cells = new JsonCells(analysis);
    }

    /** Writes a site as an element of an array. */
    void write(SiteFindings findings) throws IOException {
        out.object();
        ReportedSite closing = analysis.sites().closing(findings);
        location(findings.site(), analysis.sites().blamed(findings), out);
        out.numberIfAny("alive", findings.alive());
        out.numberIfAny("overAfterAll", findings.overAfterAll());
        ReportedSite hanging = analysis.sites().hanging(findings);
        if (hanging != null) {
            out.object("hangsAt").text("site", hanging.fingerprint());
            out.text("thread", findings.hangsIn()).texts("stack", hanging.stack()).endObject();
        }
        if (closing != null) {
            closing(closing, findings.closings.besides(1), out);
        }
        out.text("severity", findings.worst().label()).number("count", findings.sum());
        for (Grade grade : Grade.values()) {
            out.number(grade.label(), findings.count(grade));
        }
        out.number("skipped", findings.skipped());
        verdicts(findings);
        out.time("first", findings.first()).time("last", findings.last());
        JsonSummary.trend(overview.trend(findings), out);
        jvms(findings);
        names("peers", findings.peers);
        names("threads", findings.threads);
        JsonNames.write(findings, out);
        names("protocols", findings.protocols);
        names("roles", findings.roles);
        names("providers", findings.providers);
        out.numberIfAny("otherPeers", findings.peers.besides(NAMES));
        out.numberIfAny("otherThreads", findings.threads.besides(NAMES));
        lifetime(findings.lifetimes);
        out.text("error", findings.error()).text("pipeline", findings.pipeline());
        out.text("whoHolds", findings.whoHolds());
        if (findings.known() != null) {
            out.object("knownBehaviour");
            JsonAppendix.behaviour(findings.known(), out);
            out.endObject();
        }
        if (BaselineFormat.isAcceptable(findings)) {
            out.text("baselineEntry", BaselineFormat.entry(findings));
        }
        if (analysis.newSites().areKnown()) {
            out.truth("new", analysis.isNew(findings));
        }
        out.endObject();
    }

    /** The fields of a location, inside any object. */
    static void location(ReportedSite site, JsonWriter out) throws IOException {
        location(site, site, out);
    }

    /** The same, with owner, frame and file of the responsible site. */
    static void location(ReportedSite site, ReportedSite blamed, JsonWriter out)
            throws IOException {
        out.text("site", site.fingerprint()).text("resource", site.resource());
        out.text("owner", blamed.owner()).text("frame", blamed.frame());
        if (site.frameIndex() >= 0) {
            out.number("frameIndex", site.frameIndex());
        }
        SourceFile file = SourceFile.of(blamed.frame());
        if (file != null) {
            out.text("file", file.path).numberIfAny("line", file.line);
        }
        List<String> lines = blamed.lines();
        if (lines.size() > 1) {
            out.texts("lines", lines);
        }
        out.texts("stack", site.stack());
        out.text("stackIs", site.isAdopted() ? "next use" : "allocation");
    }

    /** The site that closed most sessions, and how many sessions other sites closed. */
    private static void closing(ReportedSite closing, long others, JsonWriter out)
            throws IOException {
        out.object("closedAt").text("site", closing.fingerprint());
        if (closing.frameIndex() >= 0) {
            out.number("frameIndex", closing.frameIndex());
        }
        out.texts("stack", closing.stack()).numberIfAny("elsewhere", others).endObject();
    }

    private void verdicts(SiteFindings findings) throws IOException {
        List<String> keys = new ArrayList<>();
        out.array("verdicts");
        for (Map.Entry<Grade, TopCounts> grade : findings.verdicts.entrySet()) {
            for (TopCounts.Entry entry : grade.getValue().byCount()) {
                keys.add(JsonCells.key(grade.getKey().slot(), entry.name));
                out.object().text("verdict", entry.name);
                out.text("severity", grade.getKey().label()).number("count", entry.count);
                explain(findings.explanation(entry.name), out);
                out.endObject();
            }
        }
        out.endArray();
        cells.write(findings, keys, out);
    }

    /** The fields what, why and fix; none if there is no explanation. */
    static void explain(@Nullable Explanation explanation, JsonWriter out) throws IOException {
        if (explanation != null) {
            out.text("what", explanation.what).text("why", explanation.why);
            out.text("fix", explanation.fix);
        }
    }

    private void jvms(SiteFindings findings) throws IOException {
        List<Integer> indexes = findings.jvms(JVMS);
        // the JVM that stands for those beyond the bound has no element
        indexes.removeIf(index -> index >= analysis.jvms().all().size());
        long[] numbers = new long[indexes.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = indexes.get(i);
        }
        out.number("jvmCount", findings.jvmCount()).numbers("jvms", numbers);
    }

    private void names(String name, TopCounts counts) throws IOException {
        out.array(name);
        for (TopCounts.Entry entry : counts.top(NAMES)) {
            out.object().text("name", entry.name).number("count", entry.count).endObject();
        }
        out.endArray();
    }

    private void lifetime(Lifetimes lifetimes) throws IOException {
        if (!lifetimes.isEmpty()) {
            out.object("lifetime").number("min", lifetimes.min());
            out.number("median", lifetimes.median()).number("max", lifetimes.max());
            out.truth("sampled", lifetimes.isSampled()).endObject();
        }
    }
}

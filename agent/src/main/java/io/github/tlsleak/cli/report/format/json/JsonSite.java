package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.format.SourceFile;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.Lifetimes;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The sites with findings in the JSON document. Used by one thread. */
final class JsonSite {

    private static final int NAMES = 5;
    private static final int JVMS = 20;

    private final Analysis analysis;
    private final JsonWriter out;

    JsonSite(Analysis analysis, JsonWriter out) {
        this.analysis = analysis;
        this.out = out;
    }

    /** An element of an array. */
    void write(SiteFindings site) throws IOException {
        out.object();
        ReportedSite closing = analysis.sites().closing(site);
        location(site.place(), analysis.sites().blamed(site), out);
        if (closing != null) {
            closing(closing, site.closings.besides(1), out);
        }
        out.text("severity", site.worst().label()).number("count", site.sum());
        for (Grade grade : Grade.values()) {
            out.number(grade.label(), site.count(grade));
        }
        out.number("skipped", site.skipped());
        verdicts(site);
        out.time("first", site.first()).time("last", site.last());
        jvms(site);
        names("peers", site.peers);
        names("threads", site.threads);
        names("protocols", site.protocols);
        names("roles", site.roles);
        names("providers", site.providers);
        out.numberIfAny("otherPeers", site.peers.besides(NAMES));
        out.numberIfAny("otherThreads", site.threads.besides(NAMES));
        lifetime(site.lifetimes);
        out.text("error", site.error());
        if (site.known() != null) {
            out.object("knownBehaviour");
            JsonAppendix.behaviour(site.known(), out);
            out.endObject();
        }
        if (analysis.baseline() != null) {
            out.truth("new", analysis.isNew(site));
        }
        out.endObject();
    }

    /** The fields of a location, in whatever object. */
    static void location(ReportedSite place, JsonWriter out) throws IOException {
        location(place, place, out);
    }

    /** With owner, frame and file of another place, which is to blame. */
    static void location(ReportedSite place, ReportedSite blamed, JsonWriter out) throws IOException {
        out.text("site", place.fingerprint()).text("resource", place.resource());
        out.text("owner", blamed.owner()).text("frame", blamed.frame());
        if (place.frameIndex() >= 0) {
            out.number("frameIndex", place.frameIndex());
        }
        SourceFile file = SourceFile.of(blamed.frame());
        if (file != null) {
            out.text("file", file.path).numberIfAny("line", file.line);
        }
        out.texts("stack", place.stack());
        out.text("stackIs", place.isAdopted() ? "next use" : "allocation");
    }

    /** The place where sessions were closed, and how many were closed elsewhere. */
    private static void closing(ReportedSite closing, long others, JsonWriter out) throws IOException {
        out.object("closedAt").text("site", closing.fingerprint());
        if (closing.frameIndex() >= 0) {
            out.number("frameIndex", closing.frameIndex());
        }
        out.texts("stack", closing.stack()).numberIfAny("elsewhere", others).endObject();
    }

    private void verdicts(SiteFindings site) throws IOException {
        out.array("verdicts");
        for (Map.Entry<Grade, TopCounts> grade : site.verdicts.entrySet()) {
            for (TopCounts.Entry entry : grade.getValue().byCount()) {
                out.object().text("verdict", entry.name);
                out.text("severity", grade.getKey().label()).number("count", entry.count);
                explain(site.explanation(entry.name), out);
                out.endObject();
            }
        }
        out.endArray();
    }

    /** What, why and fix; nothing if there is no explanation. */
    static void explain(Explanation explanation, JsonWriter out) throws IOException {
        if (explanation != null) {
            out.text("what", explanation.what).text("why", explanation.why);
            out.text("fix", explanation.fix);
        }
    }

    private void jvms(SiteFindings site) throws IOException {
        List<Integer> indexes = site.jvms(JVMS);
        // the one that stands for those beyond the bound has no element
        indexes.removeIf(index -> index >= analysis.jvms().all().size());
        long[] numbers = new long[indexes.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = indexes.get(i);
        }
        out.number("jvmCount", site.jvmCount()).numbers("jvms", numbers);
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

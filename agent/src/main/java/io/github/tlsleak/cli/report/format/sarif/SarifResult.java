package io.github.tlsleak.cli.report.format.sarif;

import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.format.SourceFile;
import io.github.tlsleak.cli.report.format.json.JsonWriter;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.common.rules.KnownBehaviours;
import java.io.IOException;
import java.util.Map;

/** A site as a result of SARIF. Used by one thread. */
final class SarifResult {

    private final Analysis analysis;
    private final SarifRules rules;
    private final SarifPlaces places;
    private final JsonWriter out;

    SarifResult(Analysis analysis, SarifRules rules, SarifPlaces places, JsonWriter out) {
        this.analysis = analysis;
        this.rules = rules;
        this.places = places;
        this.out = out;
    }

    /** An element of an array. */
    void write(SiteFindings site) throws IOException {
        String verdict = SarifRules.verdict(site);
        ReportedSite place = site.place();
        out.object().text("ruleId", verdict).number("ruleIndex", rules.index(verdict));
        out.text("level", SarifRules.level(site.worst()));
        SarifFormat.message("message", message(site, verdict), out);
        ReportedSite closing = analysis.sites().closing(site);
        ReportedSite blamed = analysis.sites().blamed(site);
        SourceFile file = SourceFile.of(blamed);
        out.array("locations").object();
        if (file == null) {
            // viewers refuse a whole file for one result without a place
            out.object("physicalLocation").object("artifactLocation");
            out.text("uri", "unknown").endObject().endObject();
        }
        places.location(file, blamed.shortText(), out);
        out.endObject().endArray();
        stacks(place, closing);
        out.number("occurrenceCount", Math.max(1, site.sum()));
        out.object("partialFingerprints");
        out.text("tlsleakSite/v1", place.fingerprint()).endObject();
        if (analysis.baseline() != null) {
            out.text("baselineState", analysis.isNew(site) ? "new" : "unchanged");
        }
        if (site.worst() == Grade.KNOWN) {
            suppression(site);
        }
        properties(site);
        out.endObject();
    }

    private static String message(SiteFindings site, String verdict) {
        Explanation explanation = site.explanation(verdict);
        StringBuilder text = new StringBuilder();
        text.append(explanation == null ? verdict : explanation.what).append(": ");
        String separator = "";
        for (Map.Entry<Grade, TopCounts> entry : site.verdicts.entrySet()) {
            text.append(separator).append(entry.getValue().text());
            separator = ", ";
        }
        if (site.skipped() > 0) {
            text.append(", ").append(site.skipped()).append(" only counted");
        }
        if (!site.peers.isEmpty()) {
            text.append(". Peer ").append(site.peers.byCount().get(0).name);
        }
        return explanation == null ? text.toString() : text + ". To mend it: " + explanation.fix;
    }

    private void stacks(ReportedSite place, ReportedSite closing) throws IOException {
        if (place.stack().isEmpty() && closing == null) {
            return;
        }
        out.array("stacks");
        if (closing != null) {
            stack("closed at", closing);
        }
        stack(place.isAdopted() ? "older than the agent, next used at" : "allocated at", place);
        out.endArray();
    }

    private void stack(String what, ReportedSite place) throws IOException {
        if (place.stack().isEmpty()) {
            return;
        }
        out.object();
        SarifFormat.message("message", what, out);
        out.array("frames");
        for (String frame : place.stack()) {
            out.object().object("location");
            places.location(SourceFile.of(frame), frame, out);
            out.endObject().endObject();
        }
        out.endArray().endObject();
    }

    private void suppression(SiteFindings site) throws IOException {
        KnownBehaviours.Rule rule = Explanation.known(site.known());
        out.array("suppressions").object().text("kind", "external");
        String why = rule == null ? "" : ": " + rule.sentence() + ", " + rule.link();
        out.text("justification", "known behaviour " + site.known() + why);
        out.endObject().endArray();
    }

    private void properties(SiteFindings site) throws IOException {
        out.object("properties").text("owner", analysis.sites().blamed(site).owner());
        out.number("jvms", site.jvmCount());
        out.time("first", site.first()).time("last", site.last()).endObject();
    }
}

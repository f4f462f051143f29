package io.github.tlsleak.cli.report.format.sarif;

import io.github.tlsleak.cli.report.format.SourceFile;
import io.github.tlsleak.cli.report.format.json.JsonWriter;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.common.rules.KnownBehaviours;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a site as a result of SARIF. Used by one thread. */
final class SarifResult {

    private final Analysis analysis;
    private final SarifRules rules;
    private final SarifLocations locations;
    private final JsonWriter out;

    SarifResult(Analysis analysis, SarifRules rules, SarifLocations locations, JsonWriter out) {
        this.analysis = analysis;
        this.rules = rules;
        this.locations = locations;
        this.out = out;
    }

    /**
     * Writes a site as an element of an array.
     *
     * @param stacks whether with all stacks
     */
    void write(SiteFindings findings, boolean stacks) throws IOException {
        String verdict = SarifRules.verdict(findings);
        ReportedSite site = findings.site();
        out.object().text("ruleId", verdict).number("ruleIndex", rules.index(verdict));
        out.text("level", SarifRules.level(findings.worst()));
        out.number("rank", SarifRules.rank(findings));
        SarifFormat.message("message", message(findings, verdict), out);
        ReportedSite closing = analysis.sites().closing(findings);
        ReportedSite blamed = analysis.sites().blamed(findings);
        SourceFile file = SourceFile.of(blamed);
        out.array("locations").object();
        if (file == null) {
            // one result without a location makes viewers refuse the whole file
            out.object("physicalLocation").object("artifactLocation");
            out.text("uri", "unknown").endObject().endObject();
        }
        locations.location(file, blamed.shortText(), out);
        out.endObject().endArray();
        others(blamed);
        if (stacks) {
            stacks(site, closing, analysis.sites().hanging(findings));
            flows(site, closing, analysis.sites().hanging(findings));
        }
        out.number("occurrenceCount", Math.max(1, findings.sum()));
        out.object("partialFingerprints");
        List<String> names = site.names();
        out.text("tlsleakSite/v1", names.get(Math.min(1, names.size() - 1)));
        out.text("tlsleakSite/v2", site.fingerprint()).endObject();
        if (analysis.newSites().areKnown()) {
            out.text("baselineState", analysis.isNew(findings) ? "new" : "unchanged");
        }
        if (findings.worst() == Grade.KNOWN) {
            suppression(findings);
        }
        properties(findings);
        out.endObject();
    }

    /** The other lines of the method that findings are on. */
    private void others(ReportedSite blamed) throws IOException {
        List<String> lines = blamed.lines();
        lines.remove(blamed.frame());
        if (lines.isEmpty()) {
            return;
        }
        out.array("relatedLocations");
        for (String line : lines) {
            out.object();
            SarifFormat.message("message", "also at this line", out);
            locations.location(SourceFile.of(line), line, out);
            out.endObject();
        }
        out.endArray();
    }

    private static String message(SiteFindings findings, String verdict) {
        Explanation explanation = findings.explanation(verdict);
        StringBuilder text = new StringBuilder();
        text.append(explanation == null ? verdict : explanation.what).append(": ");
        String separator = "";
        for (Map.Entry<Grade, TopCounts> entry : findings.verdicts.entrySet()) {
            text.append(separator).append(entry.getValue().text());
            separator = ", ";
        }
        if (findings.skipped() > 0) {
            text.append(", ").append(findings.skipped()).append(" only counted");
        }
        if (!findings.peers.isEmpty()) {
            text.append(". Peer ").append(findings.peers.byCount().get(0).name);
        }
        if (findings.pipeline() != null) {
            text.append(". Pipeline ").append(findings.pipeline());
        }
        if (explanation != null) {
            text.append(". To fix it: ").append(explanation.fix);
        }
        String command = findings.whoHolds();
        return command == null ? text.toString() : text + ". Who holds them: " + command;
    }

    private void stacks(
            ReportedSite site, @Nullable ReportedSite closing, @Nullable ReportedSite hanging)
            throws IOException {
        if (site.stack().isEmpty() && closing == null && hanging == null) {
            return;
        }
        out.array("stacks");
        if (hanging != null) {
            stack("hangs at", hanging);
        }
        if (closing != null) {
            stack("closed at", closing);
        }
        stack(allocated(site), site);
        out.endArray();
    }

    /** The same stacks, as GitHub shows them: the first one ends at the result's location. */
    private void flows(
            ReportedSite site, @Nullable ReportedSite closing, @Nullable ReportedSite hanging)
            throws IOException {
        SarifFlows flows = new SarifFlows(locations, out);
        out.array("codeFlows");
        if (closing != null) {
            flows.flow("closed at", closing);
        }
        flows.flow(allocated(site), site);
        if (hanging != null) {
            flows.flow("hangs at", hanging);
        }
        out.endArray();
    }

    private static String allocated(ReportedSite site) {
        return site.isAdopted() ? "older than the agent, next used at" : "allocated at";
    }

    private void stack(String what, ReportedSite site) throws IOException {
        if (site.stack().isEmpty()) {
            return;
        }
        out.object();
        SarifFormat.message("message", what, out);
        out.array("frames");
        for (String frame : site.stack()) {
            out.object().object("location");
            locations.location(SourceFile.of(frame), frame, out);
            out.endObject().endObject();
        }
        out.endArray().endObject();
    }

    private void suppression(SiteFindings findings) throws IOException {
        KnownBehaviours.Rule rule = Explanation.known(findings.known());
        out.array("suppressions").object().text("kind", "external");
        String why = rule == null ? "" : ": " + rule.sentence() + ", " + rule.link();
        out.text("justification", "known behaviour " + findings.known() + why);
        out.endObject().endArray();
    }

    private void properties(SiteFindings findings) throws IOException {
        out.object("properties").text("owner", analysis.sites().blamed(findings).owner());
        out.number("jvms", findings.jvmCount());
        out.time("first", findings.first()).time("last", findings.last()).endObject();
    }
}

package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.GroupFindings;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.model.SessionBalanceSum;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes the parts of the JSON document other than sites: JVMs, known behaviours, suppressions,
 * contexts. Used by one thread.
 */
final class JsonAppendix {

    private final Analysis analysis;
    private final JsonWriter out;

    JsonAppendix(Analysis analysis, JsonWriter out) {
        this.analysis = analysis;
        this.out = out;
    }

    /** The JVMs in the order of their start. Sites refer to their index. */
    void jvms() throws IOException {
        out.array("jvms");
        for (ReportedJvm jvm : analysis.jvms().all()) {
            out.object().text("run", jvm.text(Field.RUN));
            out.text("host", jvm.text(Field.HOST)).numberIfAny("pid", jvm.pid());
            out.text("main", jvm.text(Field.MAIN)).text("jvm", jvm.text(Field.JVM));
            out.text("java", jvm.text(Field.JAVA)).time("started", jvm.started());
            out.text("agent", jvm.text(Field.AGENT)).text("mode", jvm.text(Field.MODE));
            out.text("options", jvm.text(Field.OPTIONS));
            labels(jvm);
            for (Grade grade : Grade.values()) {
                out.number(grade.label(), jvm.count(grade));
            }
            out.number("suppressed", jvm.suppressed());
            if (jvm.hasSummary()) {
                out.object("summary").time("time", jvm.summary().time());
                sessions(jvm.sessions());
                out.number("agentErrors", jvm.summary().agentErrors());
                out.text("firstError", jvm.summary().firstError()).endObject();
            }
            out.endObject();
        }
        out.endArray().number("jvmCount", analysis.jvms().count());
    }

    private void labels(ReportedJvm jvm) throws IOException {
        if (jvm.labels().isEmpty()) {
            return;
        }
        out.array("labels");
        for (Map.Entry<String, String> label : jvm.labels().entrySet()) {
            out.object().text("name", label.getKey()).text("value", label.getValue()).endObject();
        }
        out.endArray();
    }

    private void sessions(SessionBalanceSum sum) throws IOException {
        out.number("created", sum.number(Field.CREATED));
        if (!sum.isWhole()) {
            out.number("closed", sum.number(Field.CLOSED)).number("open", sum.number(Field.OPEN));
            return;
        }
        out.number("sessions", sum.number(Field.SESSIONS));
        out.number("closed", sum.number(Field.CLOSED)).array("ended");
        for (Map.Entry<String, Long> end : sum.ended().entrySet()) {
            out.object().text("verdict", end.getKey()).number("count", end.getValue());
            out.endObject();
        }
        out.endArray().number("open", sum.number(Field.OPEN));
        out.number("notUsedYet", sum.number(Field.NOT_USED_YET));
        out.number("awaitingVerdict", sum.number(Field.AWAITING_VERDICT));
        out.number("notJudged", sum.number(Field.NOT_JUDGED));
        out.number("serverSockets", sum.number(Field.SERVER_SOCKETS));
    }

    void known() throws IOException {
        Map<String, Integer> sites = new HashMap<>();
        for (SiteFindings findings : analysis.sites().byCost()) {
            for (TopCounts.Entry behaviour : findings.behaviours.byCount()) {
                sites.merge(behaviour.name, 1, Integer::sum);
            }
        }
        out.array("known");
        for (TopCounts.Entry entry : analysis.known().byCount()) {
            out.object();
            behaviour(entry.name, out);
            out.number("count", entry.count);
            out.number("sites", sites.getOrDefault(entry.name, 0)).endObject();
        }
        out.endArray();
    }

    /** Id of a known behaviour; sentence and link, too, if this version knows it. */
    static void behaviour(String id, JsonWriter out) throws IOException {
        out.text("id", id);
        KnownBehaviours.Rule rule = Explanation.known(id);
        if (rule != null) {
            out.text("sentence", rule.sentence()).text("link", rule.link());
        }
    }

    /** Suppressed findings by rule, and the rules that never matched. */
    void suppressed() throws IOException {
        out.array("suppressed");
        for (TopCounts.Entry entry : analysis.suppressed().byCount()) {
            out.object().text("rule", entry.name).number("count", entry.count).endObject();
        }
        out.endArray().texts("unusedRules", analysis.unusedRules());
    }

    /** Findings on contexts, then those on sessions. */
    void groups() throws IOException {
        group("contexts", true);
        group("sessionGroups", false);
    }

    private void group(String name, boolean ofContexts) throws IOException {
        out.array(name);
        for (GroupFindings.Entry entry : analysis.groups().entries(ofContexts)) {
            out.object();
            JsonSite.location(entry.site, out);
            out.text("verdict", entry.verdict);
            for (Map.Entry<Figure, Long> figure : entry.figures().entrySet()) {
                out.number(figure.getKey().json(), figure.getValue());
            }
            out.text("words", entry.words());
            peers(entry.peers());
            if (entry.isOver()) {
                out.number("over", 1);
            }
            out.number("jvmCount", entry.jvmCount());
            String resource = ofContexts ? Resource.SSL_CONTEXT.label() : entry.resource();
            JsonSite.explain(
                    Explanation.of(entry.verdict, resource, null, null, entry.site.holders()), out);
            out.endObject();
        }
        out.endArray();
    }

    private void peers(Map<String, Long> peers) throws IOException {
        if (peers.isEmpty()) {
            return;
        }
        out.array("peers");
        for (Map.Entry<String, Long> peer : peers.entrySet()) {
            out.object().text("name", peer.getKey()).number("count", peer.getValue()).endObject();
        }
        out.endArray();
    }
}

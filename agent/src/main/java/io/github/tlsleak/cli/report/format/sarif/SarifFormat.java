package io.github.tlsleak.cli.report.format.sarif;

import io.github.tlsleak.cli.report.format.Format;
import io.github.tlsleak.cli.report.format.json.JsonWriter;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.common.labels.LabelNames;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The analysis as SARIF 2.1.0. Each verdict is a rule, each site is a result. Sites of known
 * behaviours are left out; if all are wanted, they are marked as suppressed. Immutable.
 */
public final class SarifFormat implements Format {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** The labels that make the category of a run. */
    private static final List<String> CATEGORY =
            Arrays.asList(LabelNames.NAMESPACE, LabelNames.SERVICE, LabelNames.ENVIRONMENT);

    private static final String MORE = "; all are in the other formats";

    private final String version;
    private final int maxBytes;
    private final boolean all;
    private final List<Path> roots;

    /**
     * @param version version of this tlsleak
     * @param all whether sites of known behaviours are written, too
     * @param roots directories in which source files are looked for, in their order
     */
    public SarifFormat(String version, boolean all, List<Path> roots) {
        this(version, all, roots, SarifResults.MAX_BYTES);
    }

    /** With another bound on the bytes of all results. */
    SarifFormat(String version, boolean all, List<Path> roots, int maxBytes) {
        this.maxBytes = maxBytes;
        this.version = version;
        this.all = all;
        this.roots = roots;
    }

    @Override
    public void write(Analysis analysis, Writer writer) throws IOException {
        List<SiteFindings> sites = new ArrayList<>(analysis.shown());
        sites.removeIf(findings -> !all && findings.worst() == Grade.KNOWN);
        SarifRules rules = new SarifRules(sites);
        JsonWriter out = new JsonWriter(writer).object();
        out.text("$schema", SCHEMA).text("version", "2.1.0").array("runs").object();
        out.object("tool").object("driver").text("name", "tlsleak").text("version", version);
        out.text("informationUri", ProjectPage.HOME);
        rules.write(out);
        out.endObject().endObject();
        out.object("automationDetails").text("id", category(analysis)).endObject();
        out.text("columnKind", "utf16CodeUnits").array("results");
        SarifResults results =
                new SarifResults(analysis, rules, new SarifLocations(roots), maxBytes);
        results.write(sites, out);
        out.endArray();
        invocation(analysis, results, out);
        out.endObject().endArray().endObject().end();
    }

    /**
     * What the run is of, for tools that keep several apart: the labels that all JVMs have in
     * common. It ends with a slash: what may follow is the number of a run.
     */
    static String category(Analysis analysis) {
        StringBuilder category = new StringBuilder("tlsleak/");
        for (String label : CATEGORY) {
            Set<String> values = new HashSet<>();
            for (ReportedJvm jvm : analysis.jvms().all()) {
                values.add(jvm.labels().getOrDefault(label, ""));
            }
            String value = values.size() == 1 ? values.iterator().next() : "";
            if (!value.isEmpty()) {
                category.append(value.replaceAll("[^\\w.-]", "-")).append('/');
            }
        }
        return category.toString();
    }

    private static void invocation(Analysis analysis, SarifResults results, JsonWriter out)
            throws IOException {
        out.array("invocations").object().truth("executionSuccessful", true);
        out.array("toolExecutionNotifications");
        for (String error : analysis.errors()) {
            notification("error", error, out);
        }
        for (String warning : analysis.warnings()) {
            notification("warning", warning, out);
        }
        if (results.withoutStacks() > 0) {
            String sites = PlainText.count(results.withoutStacks(), "result");
            notification("note", sites + " without stacks, so that GitHub takes the file", out);
        }
        if (results.leftOut() > 0) {
            String sites = PlainText.count(results.leftOut(), "site");
            notification("warning", sites + " left out: the worst ones are here" + MORE, out);
        }
        out.endArray().endObject().endArray();
    }

    private static void notification(String level, String text, JsonWriter out) throws IOException {
        out.object().text("level", level);
        message("message", text, out);
        out.endObject();
    }

    /**
     * Writes a message. No part of its text is taken for a link or a placeholder.
     *
     * @param name name of the field
     */
    static void message(String name, String text, JsonWriter out) throws IOException {
        out.object(name).text("text", plain(text)).endObject();
    }

    /** A text of which no part is taken for a link or a placeholder. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == ']' || c == '\\') {
                plain.append('\\');
            } else if (c == '{' || c == '}') {
                plain.append(c);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}

package io.github.tlsleak.cli.report.format.sarif;

import io.github.tlsleak.cli.report.format.Format;
import io.github.tlsleak.cli.report.format.json.JsonWriter;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.SiteFindings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The analysis as SARIF 2.1.0. Each verdict is a rule, each site is a result. Sites of known
 * behaviours are left out; if all are wanted, they are marked as suppressed. Immutable.
 */
public final class SarifFormat implements Format {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final String version;
    private final boolean all;
    private final List<Path> roots;

    /**
     * @param version version of this tlsleak
     * @param all whether sites of known behaviours are written, too
     * @param roots directories in which source files are looked for, in their order
     */
    public SarifFormat(String version, boolean all, List<Path> roots) {
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
        rules.write(out);
        out.endObject().endObject();
        invocation(analysis, out);
        out.text("columnKind", "utf16CodeUnits").array("results");
        SarifResult result = new SarifResult(analysis, rules, new SarifLocations(roots), out);
        for (SiteFindings findings : sites) {
            result.write(findings);
        }
        out.endArray().endObject().endArray().endObject().end();
    }

    private static void invocation(Analysis analysis, JsonWriter out) throws IOException {
        out.array("invocations").object().truth("executionSuccessful", true);
        out.array("toolExecutionNotifications");
        for (String error : analysis.errors()) {
            notification("error", error, out);
        }
        for (String warning : analysis.warnings()) {
            notification("warning", warning, out);
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
        out.object(name).text("text", plain.toString()).endObject();
    }
}

package io.github.tlsleak.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The totals that {@code report --format json} gives. Used by one thread. */
public final class ReportTotals {

    private static final List<String> SEVERITIES = List.of("leak", "defect", "notice", "known");

    private final SortedMap<String, Long> totals = new TreeMap<>();
    private final JsonNode report;

    private ReportTotals(JsonNode report) {
        this.report = report;
    }

    /**
     * Reads the document.
     *
     * @param document the file that {@code report --format json --out} wrote
     */
    public static SortedMap<String, Long> of(Path document) throws IOException {
        ReportTotals totals = new ReportTotals(new ObjectMapper().readTree(document.toFile()));
        totals.findings();
        totals.notCounted();
        totals.sites();
        totals.jvms();
        return totals.totals;
    }

    private void findings() {
        for (JsonNode verdict : report.at("/totals/verdicts")) {
            put(
                    "all " + text(verdict, "verdict") + ' ' + text(verdict, "severity"),
                    verdict.get("count"));
        }
    }

    private void notCounted() {
        for (JsonNode rule : report.at("/suppressed")) {
            put("not counted suppressed " + text(rule, "rule"), rule.get("count"));
        }
    }

    private void sites() {
        for (JsonNode site : report.at("/sites")) {
            String name = text(site, "site");
            for (JsonNode verdict : site.get("verdicts")) {
                String severity = text(verdict, "severity");
                String what = text(verdict, "verdict") + ' ' + severity;
                put("site " + name + ' ' + what, verdict.get("count"));
                if (severity.equals("known")) {
                    // the totals of the document have known behaviours by their id alone
                    totals.merge("all " + what, verdict.get("count").asLong(), Long::sum);
                }
            }
            put("jvms of site " + name, site.get("jvmCount"));
            put("not counted skipped " + name, site.get("skipped"));
        }
        for (JsonNode site : report.at("/open/sites")) {
            put("open at exit " + text(site, "site"), site.path("atExit"));
        }
    }

    private void jvms() {
        put("jvms", report.get("jvmCount"));
        long without = 0;
        for (JsonNode jvm : report.at("/jvms")) {
            without += jvm.has("summary") ? 0 : 1;
            for (String severity : SEVERITIES) {
                String run = jvm.path("run").asText("unknown");
                put("jvm " + run + ' ' + severity, jvm.get(severity));
            }
        }
        totals.put("jvms without summary", without);
    }

    /** Zeros have no row in a table. */
    private void put(String name, JsonNode number) {
        if (number.asLong() != 0) {
            totals.merge(name, number.asLong(), Long::sum);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}

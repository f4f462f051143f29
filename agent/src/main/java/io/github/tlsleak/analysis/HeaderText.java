package io.github.tlsleak.analysis;

import java.util.ArrayList;
import java.util.List;

/** Where a report comes from, in words. Stateless. */
final class HeaderText {

    private static final String UNKNOWN = "not known";

    private HeaderText() {}

    /** Program, JVM, agent and sessions, a line each. */
    static List<String> lines(Runs runs) {
        List<String> lines = new ArrayList<>();
        ReportLine meta = runs.meta();
        if (meta == null) {
            lines.add("  program   not known: the beginning of the report is missing");
        } else {
            lines.add("  program   " + program(meta));
            lines.add("  jvm       " + text(meta, "jvm") + " " + text(meta, "java"));
            lines.add("  started   " + text(meta, "started"));
            lines.add("  agent     tlsleak " + text(meta, "agent") + mode(meta));
        }
        if (runs.count() > 1) {
            lines.add("  runs      " + runs.count() + " in this file, this is the last");
        }
        lines.add("  sessions  " + sessions(runs.summary()));
        errors(runs.summary(), lines);
        return lines;
    }

    private static String program(ReportLine meta) {
        return text(meta, "main")
                + (meta.has("pid") ? ", pid " + meta.number("pid", 0) : "")
                + (meta.has("host") ? " on " + text(meta, "host") : "");
    }

    private static String mode(ReportLine meta) {
        return meta.has("mode") ? " (" + text(meta, "mode") + ")" : "";
    }

    private static String sessions(ReportLine summary) {
        if (summary == null) {
            return UNKNOWN + ": no summary, the JVM is still running or was killed";
        }
        return summary.number("created", 0)
                + " made, "
                + summary.number("closed", 0)
                + " closed, "
                + summary.number("open", 0)
                + " open at "
                + text(summary, "time");
    }

    private static void errors(ReportLine summary, List<String> lines) {
        if (summary == null) {
            return;
        }
        long errors = summary.number("agentErrors", 0);
        if (errors > 0) {
            String first = text(summary, "firstError");
            lines.add("  errors    " + errors + " of the agent, the first: " + first);
        }
        for (String rule : summary.list("unusedSuppressions")) {
            lines.add("  rules     suppression never used: " + rule);
        }
    }

    private static String text(ReportLine line, String name) {
        String text = line.text(name);
        return text == null ? UNKNOWN : Plain.cut(text, 300);
    }
}

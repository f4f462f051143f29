package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.common.rules.KnownBehaviours;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of the text on what is no finding: known behaviours, suppressions, warnings. Used by
 * one thread.
 */
final class AppendixText {

    private static final int IN_BRIEF = 3;

    private final Analysis analysis;
    private final TextOut out;

    AppendixText(Analysis analysis, TextOut out) {
        this.analysis = analysis;
        this.out = out;
    }

    /** Writes each part that is not empty. */
    void write() throws IOException {
        known();
        suppressed();
        warnings();
    }

    private void known() throws IOException {
        List<String> lines = new ArrayList<>();
        for (TopCounts.Entry entry : analysis.known().byCount()) {
            KnownBehaviours.Rule rule = Explanation.known(entry.name);
            String why = rule == null ? "" : ": " + rule.sentence() + " (" + rule.link() + ")";
            lines.add(entry.count + " " + entry.name + why);
        }
        part("known behaviours of JDK and libraries, not counted above", lines);
    }

    private void suppressed() throws IOException {
        List<String> lines = new ArrayList<>();
        for (TopCounts.Entry rule : analysis.suppressed().byCount()) {
            lines.add(rule.count + " " + rule.name);
        }
        part("suppressed by rules, not counted above", lines);
        part("suppression rules that never matched", analysis.unusedRules());
    }

    private void part(String heading, List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        out.gap();
        out.prose(TextOut.Style.BOLD, heading);
        int shown = analysis.extent().isAll() ? lines.size() : IN_BRIEF;
        for (String line : lines.subList(0, Math.min(shown, lines.size()))) {
            out.prose("  " + line);
        }
        if (lines.size() > shown) {
            out.line("  and " + (lines.size() - shown) + " more: --all");
        }
    }

    /** What could not be read makes the numbers above too small: each line is shown. */
    private void warnings() throws IOException {
        List<String> errors = analysis.allErrors();
        List<String> warnings = analysis.warnings();
        if (!errors.isEmpty() || !warnings.isEmpty()) {
            out.gap();
        }
        for (String error : errors) {
            out.prose(TextOut.Style.YELLOW, "not read: " + error);
        }
        for (String warning : warnings) {
            out.prose(TextOut.Style.YELLOW, "warning: " + warning);
        }
    }
}

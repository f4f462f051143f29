package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.ContextFindings;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.OpenSessions;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.text.Durations;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.List;

/**
 * The parts of the text after the findings: known behaviours, suppressions, open sessions,
 * contexts, warnings. Used by one thread.
 */
final class AppendixText {

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
        open();
        contexts();
        warnings();
    }

    private void heading(String text) throws IOException {
        out.gap();
        out.line(TextOut.Style.BOLD, text);
    }

    private void known() throws IOException {
        if (analysis.known().isEmpty()) {
            return;
        }
        heading("known behaviours of JDK and libraries, not counted above");
        for (TopCounts.Entry entry : analysis.known().byCount()) {
            KnownBehaviours.Rule rule = Explanation.known(entry.name);
            String why = rule == null ? "" : ": " + rule.sentence() + " (" + rule.link() + ")";
            out.prose("  " + entry.count + " " + entry.name + why);
        }
    }

    private void suppressed() throws IOException {
        if (!analysis.suppressed().isEmpty()) {
            heading("suppressed by rules, not counted above");
        }
        for (TopCounts.Entry rule : analysis.suppressed().byCount()) {
            out.line("  " + rule.count + " " + rule.name);
        }
        if (!analysis.unusedRules().isEmpty()) {
            heading("suppression rules that never matched");
        }
        for (String rule : analysis.unusedRules()) {
            out.line("  " + rule);
        }
    }

    private void open() throws IOException {
        OpenSessions sessions = analysis.open();
        List<OpenSessions.Group> open = sessions.bySite();
        if (open.isEmpty() && sessions.reclosed() == 0) {
            return;
        }
        heading("open for longer than the threshold");
        for (OpenSessions.Group group : open) {
            out.line(
                    "  "
                            + PlainText.count(group.sessions, "session")
                            + (group.oldestMillis > 0
                                    ? ", oldest " + Durations.oneUnit(group.oldestMillis)
                                    : "")
                            + ", at "
                            + SiteText.site(group.site));
        }
        if (sessions.beyond() > 0) {
            out.line("  " + sessions.beyond() + " more sessions not told apart");
        }
        if (sessions.reclosed() > 0) {
            out.line("  " + sessions.reclosed() + " closed after all");
        }
    }

    private void contexts() throws IOException {
        List<ContextFindings.Entry> contexts = analysis.contexts().entries();
        if (contexts.isEmpty()) {
            return;
        }
        heading("SSLContexts: make one and share it");
        for (ContextFindings.Entry entry : contexts) {
            out.line(
                    "  "
                            + (entry.verdict + ": ")
                            + PlainText.count(entry.contexts(), "context")
                            + (entry.sessions() < 0
                                    ? ""
                                    : ", " + PlainText.count(entry.sessions(), "session"))
                            + (", " + entry.live() + " alive, at ")
                            + SiteText.site(entry.site));
        }
        if (analysis.contexts().beyond() > 0) {
            out.line("  more at sites not told apart");
        }
    }

    private void warnings() throws IOException {
        List<String> errors = analysis.errors();
        List<String> warnings = analysis.warnings();
        if (!errors.isEmpty() || !warnings.isEmpty()) {
            out.gap();
        }
        for (String error : errors) {
            out.line(TextOut.Style.YELLOW, "not read: " + error);
        }
        for (String warning : warnings) {
            out.line(TextOut.Style.YELLOW, "warning: " + warning);
        }
    }
}

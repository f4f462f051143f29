package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.GroupFindings;
import io.github.tlsleak.cli.report.model.OpenSessions;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.text.Durations;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parts of the text after the findings: known behaviours, suppressions, open sessions,
 * contexts, warnings. Used by one thread.
 */
final class AppendixText {

    private static final String INDENT = "  ";

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
        groups(true, "SSLContexts of one site");
        groups(false, "sessions of one site");
        if (analysis.groups().beyond() > 0) {
            out.line("  more at sites not told apart");
        }
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
        if (sessions.beyond() > 0 || sessions.reclosed() > 0 || any(open, false)) {
            heading("open for longer than the threshold");
        }
        for (OpenSessions.Group group : open) {
            if (group.atExit == 0) {
                open(group);
            }
        }
        if (sessions.beyond() > 0) {
            out.line("  " + sessions.beyond() + " more sessions not told apart");
        }
        if (sessions.reclosed() > 0) {
            out.line("  " + sessions.reclosed() + " closed after all");
        }
        if (any(open, true)) {
            heading("open when the JVM ended, not called leaks");
        }
        for (OpenSessions.Group group : open) {
            if (group.atExit > 0) {
                open(group);
            }
        }
    }

    private static boolean any(List<OpenSessions.Group> groups, boolean atExit) {
        for (OpenSessions.Group group : groups) {
            if (group.atExit > 0 == atExit) {
                return true;
            }
        }
        return false;
    }

    private void open(OpenSessions.Group group) throws IOException {
        out.line(
                "  "
                        + PlainText.count(group.sessions, "session")
                        + (group.oldestMillis > 0
                                ? ", oldest " + Durations.oneUnit(group.oldestMillis)
                                : "")
                        + ", at "
                        + SiteText.site(group.site));
        String pipeline = group.pipeline();
        if (pipeline != null) {
            out.line("    pipeline " + pipeline);
        }
        SiteText.frames(group.site, INDENT, out);
    }

    private void groups(boolean ofContexts, String heading) throws IOException {
        List<GroupFindings.Entry> entries = analysis.groups().entries(ofContexts);
        if (entries.isEmpty()) {
            return;
        }
        heading(heading);
        for (GroupFindings.Entry entry : entries) {
            out.line(
                    "  "
                            + (entry.verdict + ": " + entry.words() + ", at ")
                            + SiteText.site(entry.site));
            if (!entry.peers().isEmpty()) {
                out.line("    peers " + peers(entry.peers()));
            }
            SiteText.frames(entry.site, INDENT, out);
        }
    }

    private static String peers(Map<String, Long> peers) {
        List<String> texts = new ArrayList<>();
        peers.forEach((peer, count) -> texts.add(peer + " (" + count + ")"));
        return String.join(", ", texts);
    }

    private void warnings() throws IOException {
        List<String> errors = analysis.allErrors();
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

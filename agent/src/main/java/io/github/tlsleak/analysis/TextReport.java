package io.github.tlsleak.analysis;

import io.github.tlsleak.verdict.Severity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** An analysis as text for a terminal, to be read from the top. Used by one thread. */
public final class TextReport {

    private final Analysis analysis;
    private final PrintWriter out;

    private TextReport(Analysis analysis, PrintWriter out) {
        this.analysis = analysis;
        this.out = out;
    }

    /**
     * Writes an analysis as text. Whatever the report holds, nothing in it commands a terminal.
     *
     * @param analysis what to write
     * @param name of the report, for the first line
     * @param out takes lines that end with a line feed; neither flushed nor closed
     */
    public static void write(Analysis analysis, String name, PrintWriter out) {
        new TextReport(analysis, out).write(name);
    }

    private void write(String name) {
        line("report " + name);
        HeaderText.lines(analysis.runs()).forEach(this::line);
        line("");
        totals();
        sites();
        open();
        contexts();
        problems();
    }

    private void totals() {
        List<SiteStats> sites = analysis.sites().byCost();
        line(
                Numbers.count(analysis.count(Severity.LEAK), "leak")
                        + ", "
                        + Numbers.count(analysis.count(Severity.DEFECT), "defect")
                        + ", "
                        + Numbers.count(analysis.count(Severity.NOTICE), "notice")
                        + (sites.isEmpty() ? "" : " at " + Numbers.count(sites.size(), "site"))
                        + (sites.isEmpty() ? "" : ": " + analysis.verdicts().text()));
        if (analysis.skipped() > 0) {
            line("  " + analysis.skipped() + " more only counted: over 1000 a second from a site");
        }
        for (Map.Entry<String, Long> rule : analysis.suppressed().byCount()) {
            line("  " + rule.getValue() + " suppressed by " + rule.getKey());
        }
        if (analysis.sites().beyond() > 0) {
            line("  " + analysis.sites().beyond() + " at sites beyond the " + SiteTable.MAX_SITES);
        }
    }

    private void sites() {
        int number = 0;
        for (SiteStats site : analysis.sites().byCost()) {
            line("");
            number++;
            SiteText.lines(site, number).forEach(this::line);
        }
    }

    private void open() {
        List<OpenSessions.Group> open = analysis.open().bySite();
        if (open.isEmpty()) {
            return;
        }
        line("");
        line("open for longer than the threshold, and not heard of again");
        for (OpenSessions.Group group : open) {
            line(
                    "  "
                            + Numbers.count(group.sessions, "session")
                            + (group.oldestMillis > 0
                                    ? ", oldest " + Numbers.seconds(group.oldestMillis)
                                    : "")
                            + ", at "
                            + SiteText.place(group.site));
        }
        if (analysis.open().beyond() > 0) {
            line("  " + analysis.open().beyond() + " more sessions not told apart");
        }
    }

    private void contexts() {
        List<Contexts.Entry> contexts = analysis.contexts().entries();
        if (contexts.isEmpty()) {
            return;
        }
        line("");
        line("SSLContexts: make one and share it");
        for (Contexts.Entry entry : contexts) {
            line("  " + entry.text + ", at " + SiteText.place(entry.site));
        }
        if (analysis.contexts().beyond() > 0) {
            line("  more at sites not told apart");
        }
    }

    private void problems() {
        if (!analysis.problems().isEmpty()) {
            line("");
        }
        for (String problem : analysis.problems()) {
            line("warning: " + problem);
        }
    }

    private void line(String line) {
        out.print(Plain.printable(line));
        out.print('\n');
    }
}

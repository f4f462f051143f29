package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.cli.report.model.overview.Overview;
import io.github.tlsleak.cli.report.model.overview.Trend;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.cli.report.sketch.Lifetimes;
import io.github.tlsleak.cli.terminal.LineBreaks;
import io.github.tlsleak.cli.terminal.TextWidth;
import io.github.tlsleak.common.rules.WhoHolds;
import io.github.tlsleak.common.text.Durations;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a site and its findings in words. Used by one thread. */
final class SiteText {

    private static final int PEERS_SHOWN = 5;
    private static final int FEW = 3;

    private final Analysis analysis;
    private final TextOut out;
    private final StackText stacks;
    private final Overview overview;

    SiteText(Analysis analysis, Overview overview, StackText stacks, TextOut out) {
        this.analysis = analysis;
        this.overview = overview;
        this.out = out;
        this.stacks = stacks;
    }

    /**
     * Writes what is known of a site.
     *
     * @param whole whether JVMs, threads, protocols and lifetimes are written, too
     * @param number its place among the sites that are shown; null: it is the only one
     */
    void write(SiteFindings findings, boolean whole, @Nullable Integer number) throws IOException {
        ReportedSite site = findings.site();
        ReportedSite closing = analysis.sites().closing(findings);
        Explanation explanation = findings.explanation(findings.verdict());
        String mark = analysis.isNew(findings) ? "  [new]" : "";
        String place = number == null ? "" : number + ". ";
        out.prose(style(findings.worst()), place + verdicts(findings) + mark);
        out.field("what", explanation == null ? null : explanation.what);
        out.field("why", explanation == null ? null : explanation.why);
        out.field("fix", explanation == null ? null : explanation.fix);
        out.field("site", site(site, analysis.sites().blamed(findings)));
        out.field("found", found(findings));
        if (whole) {
            jvms(findings);
        }
        out.field("peers", names(findings.peers, whole ? PEERS_SHOWN : FEW));
        out.field("pipeline", findings.pipeline());
        if (whole) {
            out.field("threads", names(findings.threads, FEW));
            out.field("tls", tls(findings));
            out.field("lived", lifetimes(findings.lifetimes));
        }
        out.field("alive", alive(findings));
        out.field("error", findings.error());
        ReportedSite hanging = analysis.sites().hanging(findings);
        if (hanging != null) {
            stack("hangs at, in thread \"" + findings.hangsIn() + '"', hanging);
        }
        if (closing != null) {
            long others = findings.closings.besides(1);
            stack(others == 0 ? "closed at" : "closed at (" + others + " elsewhere)", closing);
        }
        allocation(site);
        whoHolds(findings);
    }

    private @Nullable String found(SiteFindings findings) {
        if (findings.first() == ReportTimes.UNKNOWN) {
            return null;
        }
        Trend.Direction trend = overview.trend(findings).direction;
        return "first "
                + ReportTimes.text(findings.first())
                + ", last"
                + LineBreaks.GLUE
                + ReportTimes.text(findings.last())
                + (trend == Trend.Direction.UNKNOWN ? "" : ", " + trend.label());
    }

    /** The command is in one line, whatever the width: it is to be copied. */
    private void whoHolds(SiteFindings findings) throws IOException {
        String command = findings.whoHolds();
        if (command != null) {
            String line = "  " + WhoHolds.LABEL + ": " + command;
            if (TextWidth.of(line) <= out.width()) {
                out.line(line);
            } else {
                out.line("  " + WhoHolds.LABEL + ":");
                out.line("    " + command);
            }
        }
    }

    /** Fingerprint, frame and owner. */
    static String site(ReportedSite site) {
        return site(site, site);
    }

    static String site(ReportedSite site, ReportedSite blamed) {
        return site.fingerprint() + "  " + blamed.shortText() + "  [" + blamed.owner() + "]";
    }

    static TextOut.Style style(Grade grade) {
        switch (grade) {
            case LEAK:
                return TextOut.Style.RED;
            case DEFECT:
                return TextOut.Style.YELLOW;
            default:
                return TextOut.Style.BLUE;
        }
    }

    static String verdicts(SiteFindings findings) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Grade, TopCounts> entry : findings.verdicts.entrySet()) {
            text.append(text.length() == 0 ? "" : "; ");
            text.append(entry.getKey().label()).append(": ").append(entry.getValue().text());
        }
        return text
                + (findings.skipped() > 0 ? "; and " + findings.skipped() + " only counted" : "");
    }

    private void jvms(SiteFindings findings) throws IOException {
        if (analysis.jvms().count() == 1) {
            return;
        }
        StringBuilder text = new StringBuilder();
        List<ReportedJvm> all = analysis.jvms().all();
        for (int index : findings.jvms(PEERS_SHOWN)) {
            text.append(text.length() == 0 ? "" : ", ");
            text.append(index < all.size() ? "jvm " + (index + 1) : "others");
        }
        boolean more = findings.jvmCount() > PEERS_SHOWN;
        out.field(
                "in",
                findings.jvmCount()
                        + (" of " + PlainText.count(analysis.jvms().count(), "jvm"))
                        + (": " + text)
                        + (more ? " and others" : ""));
    }

    private static @Nullable String names(TopCounts counts, int shown) {
        StringBuilder text = new StringBuilder();
        for (TopCounts.Entry entry : counts.top(shown)) {
            text.append(text.length() == 0 ? "" : ", ");
            text.append(entry.count).append(' ').append(entry.name);
        }
        long others = counts.besides(shown);
        return counts.isEmpty() ? null : text + (others > 0 ? ", " + others + " others" : "");
    }

    private static @Nullable String tls(SiteFindings findings) {
        StringBuilder text = new StringBuilder();
        for (TopCounts counts :
                new TopCounts[] {findings.protocols, findings.roles, findings.providers}) {
            for (TopCounts.Entry entry : counts.top(FEW)) {
                text.append(text.length() == 0 ? "" : ", ").append(entry.name);
            }
        }
        return text.length() == 0 ? null : text.toString();
    }

    /** How many were alive, and for how many of them it was over after all. */
    private static @Nullable String alive(SiteFindings findings) {
        if (findings.alive() == 0) {
            return null;
        }
        long over = findings.overAfterAll();
        return findings.alive() + (over == 0 ? ", none" : ", " + over) + " over after all";
    }

    private static @Nullable String lifetimes(Lifetimes lifetimes) {
        if (lifetimes.isEmpty()) {
            return null;
        }
        return "min "
                + Durations.oneUnit(lifetimes.min())
                + (lifetimes.isSampled() ? ", median about " : ", median ")
                + Durations.oneUnit(lifetimes.median())
                + ", max "
                + Durations.oneUnit(lifetimes.max());
    }

    private void allocation(ReportedSite site) throws IOException {
        if (site.stack().isEmpty()) {
            out.line("  allocated at: not known");
            return;
        }
        stack(site.isAdopted() ? "older than the agent, next used at" : "allocated at", site);
    }

    private void stack(String title, ReportedSite site) throws IOException {
        out.line("  " + title);
        stacks.write(site, "");
    }
}

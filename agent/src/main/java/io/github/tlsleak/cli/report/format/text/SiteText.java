package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.format.Durations;
import io.github.tlsleak.cli.report.model.Explanation;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.Lifetimes;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A site and its findings in words. Used by one thread. */
final class SiteText {

    private static final int PEERS_SHOWN = 5;
    private static final int FEW = 3;

    private final Analysis analysis;
    private final TextOut out;

    SiteText(Analysis analysis, TextOut out) {
        this.analysis = analysis;
        this.out = out;
    }

    /** All that is known of a site. */
    void write(SiteFindings site, int number) throws IOException {
        ReportedSite place = site.place();
        ReportedSite closing = analysis.sites().closing(site);
        Explanation explanation = site.explanation(site.verdict());
        String mark = analysis.isNew(site) ? "  [new]" : "";
        out.line(style(site.worst()), number + ". " + verdicts(site) + mark);
        out.field("what", explanation == null ? null : explanation.what);
        out.line("  site      " + place(place, analysis.sites().blamed(site)));
        if (site.first() != ReportTimes.UNKNOWN) {
            out.field(
                    "found",
                    "first "
                            + ReportTimes.text(site.first())
                            + ", last "
                            + ReportTimes.text(site.last()));
        }
        jvms(site);
        out.field("peers", names(site.peers, PEERS_SHOWN));
        out.field("threads", names(site.threads, FEW));
        out.field("tls", tls(site));
        out.field("lived", lifetimes(site.lifetimes));
        out.field("error", site.error());
        out.field("fix", explanation == null ? null : explanation.fix);
        if (closing != null) {
            long others = site.closings.besides(1);
            stack(others == 0 ? "closed at" : "closed at (" + others + " elsewhere)", closing);
        }
        allocation(place);
    }

    /** Fingerprint, frame and owner. */
    static String place(ReportedSite place) {
        return place(place, place);
    }

    private static String place(ReportedSite place, ReportedSite blamed) {
        return place.fingerprint() + "  " + blamed.shortText() + "  [" + blamed.owner() + "]";
    }

    private static TextOut.Style style(Grade grade) {
        switch (grade) {
            case LEAK:
                return TextOut.Style.RED;
            case DEFECT:
                return TextOut.Style.YELLOW;
            default:
                return TextOut.Style.BLUE;
        }
    }

    private static String verdicts(SiteFindings site) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Grade, TopCounts> entry : site.verdicts.entrySet()) {
            text.append(text.length() == 0 ? "" : "; ");
            text.append(entry.getKey().label()).append(": ").append(entry.getValue().text());
        }
        return text + (site.skipped() > 0 ? "; and " + site.skipped() + " only counted" : "");
    }

    private void jvms(SiteFindings site) throws IOException {
        if (analysis.jvms().count() == 1) {
            return;
        }
        StringBuilder text = new StringBuilder();
        List<ReportedJvm> all = analysis.jvms().all();
        for (int index : site.jvms(PEERS_SHOWN)) {
            text.append(text.length() == 0 ? "" : ", ");
            text.append(index < all.size() ? "jvm " + (index + 1) : "others");
        }
        boolean more = site.jvmCount() > PEERS_SHOWN;
        out.field(
                "in",
                site.jvmCount()
                        + (" of " + PlainText.count(analysis.jvms().count(), "jvm"))
                        + (": " + text)
                        + (more ? " and others" : ""));
    }

    private static String names(TopCounts counts, int shown) {
        StringBuilder text = new StringBuilder();
        for (TopCounts.Entry entry : counts.top(shown)) {
            text.append(text.length() == 0 ? "" : ", ");
            text.append(entry.count).append(' ').append(entry.name);
        }
        long others = counts.besides(shown);
        return counts.isEmpty() ? null : text + (others > 0 ? ", " + others + " others" : "");
    }

    private static String tls(SiteFindings site) {
        StringBuilder text = new StringBuilder();
        for (TopCounts counts : new TopCounts[] {site.protocols, site.roles, site.providers}) {
            for (TopCounts.Entry entry : counts.top(FEW)) {
                text.append(text.length() == 0 ? "" : ", ").append(entry.name);
            }
        }
        return text.length() == 0 ? null : text.toString();
    }

    private static String lifetimes(Lifetimes lifetimes) {
        if (lifetimes.isEmpty()) {
            return null;
        }
        return "min "
                + Durations.duration(lifetimes.min())
                + (lifetimes.isSampled() ? ", median about " : ", median ")
                + Durations.duration(lifetimes.median())
                + ", max "
                + Durations.duration(lifetimes.max());
    }

    private void allocation(ReportedSite place) throws IOException {
        if (place.stack().isEmpty()) {
            out.line("  allocated at: not known");
            return;
        }
        stack(place.isAdopted() ? "older than the agent, next used at" : "allocated at", place);
    }

    private void stack(String title, ReportedSite place) throws IOException {
        out.line("  " + title);
        int responsible = place.frameIndex();
        for (int i = 0; i < place.stack().size(); i++) {
            boolean mark = i == responsible;
            TextOut.Style style = mark ? TextOut.Style.BOLD : TextOut.Style.PLAIN;
            out.line(style, (mark ? "  > " : "    ") + place.stack().get(i));
        }
    }
}

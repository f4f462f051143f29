package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.JvmGroup;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.List;

/** Writes what was found in each group of JVMs, such as each service. Used by one thread. */
final class GroupsText {

    private static final int SITES = 10;
    private static final int SITES_IN_BRIEF = 2;
    private static final int GROUPS_IN_BRIEF = 10;

    private final Analysis analysis;
    private final TextOut out;

    GroupsText(Analysis analysis, TextOut out) {
        this.analysis = analysis;
        this.out = out;
    }

    /** Writes nothing if JVMs are not grouped. */
    void write() throws IOException {
        List<JvmGroup> groups = analysis.jvmGroups();
        int shown = analysis.extent().isAll() ? groups.size() : GROUPS_IN_BRIEF;
        for (JvmGroup group : groups.subList(0, Math.min(shown, groups.size()))) {
            group(group);
        }
        if (groups.size() > shown) {
            out.gap();
            out.prose(
                    "and "
                            + PlainText.count((long) groups.size() - shown, "group")
                            + (" more of " + analysis.by() + ": --all"));
        }
    }

    private void group(JvmGroup group) throws IOException {
        List<SiteFindings> sites = group.sites(analysis.sites());
        out.gap();
        out.prose(
                TextOut.Style.BOLD,
                analysis.by()
                        + " "
                        + group.name
                        + ": "
                        + PlainText.count(group.tally.count(Grade.LEAK), "leak")
                        + ", "
                        + PlainText.count(group.tally.count(Grade.DEFECT), "defect")
                        + ", "
                        + PlainText.count(group.tally.count(Grade.NOTICE), "notice")
                        + " at "
                        + PlainText.count(sites.size(), "site")
                        + " in "
                        + PlainText.count(group.jvmCount(), "jvm"));
        int most = analysis.extent().isAll() ? SITES : SITES_IN_BRIEF;
        int shown = Math.min(sites.size(), analysis.extent().top(most));
        for (SiteFindings findings : sites.subList(0, shown)) {
            out.prose("  " + site(findings, group));
        }
        if (sites.size() > shown) {
            out.line("  and " + PlainText.count(sites.size() - shown, "site") + " more");
        }
    }

    private String site(SiteFindings findings, JvmGroup group) {
        String last = ReportTimes.text(findings.last());
        String jvms =
                group.jvmCount() == 1
                        ? ""
                        : ", in " + findings.jvmCount() + " of " + group.jvmCount() + " jvms";
        return SiteText.verdicts(findings)
                + "  "
                + SiteText.site(findings.site(), analysis.sites().blamed(findings))
                + jvms
                + (last == null ? "" : ", last " + last);
    }
}

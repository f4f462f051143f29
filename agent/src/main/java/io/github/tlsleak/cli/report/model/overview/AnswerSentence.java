package io.github.tlsleak.cli.report.model.overview;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.common.text.PlainText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what was found. Used by one thread. */
final class AnswerSentence {

    private static final int MAX_NAME = 60;

    private final Analysis analysis;

    AnswerSentence(Analysis analysis) {
        this.analysis = analysis;
    }

    String text() {
        for (Grade grade : new Grade[] {Grade.LEAK, Grade.DEFECT, Grade.NOTICE}) {
            if (analysis.count(grade) > 0) {
                return found(grade) + ".";
            }
        }
        return new NothingFound(analysis).text() + ".";
    }

    private String found(Grade grade) {
        List<SiteFindings> all = analysis.sites().byCost();
        all.removeIf(findings -> findings.worst() == Grade.KNOWN);
        List<SiteFindings> sites = new ArrayList<>(all);
        sites.removeIf(findings -> findings.worst() != grade);
        return subject(grade, all) + amount(grade, sites) + worst(sites);
    }

    /** Who does what. */
    private String subject(Grade grade, List<SiteFindings> sites) {
        Set<String> programs = new HashSet<>();
        String name = null;
        long counted = 0;
        for (ReportedJvm jvm : analysis.jvms().all()) {
            if (jvm.count(grade) > 0) {
                programs.add(jvm.labelOrNone(ReportedJvm.PROGRAM));
                name = jvm.label(ReportedJvm.PROGRAM);
                counted += jvm.count(grade);
            }
        }
        boolean more = counted < analysis.count(grade);
        boolean one = programs.size() == 1 && !more;
        String who = (more ? "at least " : "") + Thousands.count(programs.size(), "program");
        if (one && name != null) {
            who = PlainText.printable(PlainText.cut(name, MAX_NAME));
        }
        String has = who + (one ? " has " : " have ");
        if (grade == Grade.LEAK) {
            String first = more ? "A" + who.substring(1) : who;
            return first + (one ? " leaks: " : " leak: ");
        }
        if (FindingKinds.areLiving(sites)) {
            boolean contexts = FindingKinds.areOnContexts(sites);
            String what = contexts ? "contexts that pile up: " : "sessions that hang or pile up: ";
            return "No leak so far, but " + has + what;
        }
        return grade == Grade.DEFECT
                ? "No leak, but " + has + "defects: "
                : "No leak and no defect; " + has + "notices: ";
    }

    private String amount(Grade grade, List<SiteFindings> sites) {
        String noun = FindingKinds.areSessions(sites) ? "session" : "finding";
        String count = Thousands.count(analysis.count(grade), noun);
        boolean more = analysis.sites().beyond() > 0;
        String at = " at " + (more ? "more than " : "") + Thousands.count(sites.size(), "site");
        return count + at + fresh(sites);
    }

    private String fresh(List<SiteFindings> sites) {
        if (!analysis.newSites().areKnown()) {
            return "";
        }
        long fresh = sites.stream().filter(analysis::isNew).count();
        String of = fresh == 0 ? "none" : fresh == sites.size() ? "all" : Thousands.text(fresh);
        String since = analysis.baseline() == null ? "the earlier report" : "the baseline";
        return ", " + of + " of them new since " + since;
    }

    private String worst(List<SiteFindings> sites) {
        if (sites.isEmpty()) {
            return "";
        }
        SiteFindings first = sites.get(0);
        TopCounts.Entry most = first.verdicts.values().iterator().next().byCount().get(0);
        String lead = sites.size() == 1 ? "; it is " : "; the worst is ";
        String verdict = PlainText.printable(PlainText.cut(most.name, MAX_NAME));
        return lead
                + call(analysis.sites().blamed(first))
                + (" (" + Thousands.text(most.count) + " " + verdict + ")");
    }

    /** The responsible frame without its package. */
    private static String call(ReportedSite site) {
        @Nullable String frame = site.frame();
        if (frame == null) {
            return "one whose stack is not known";
        }
        int open = frame.indexOf('(');
        int method = frame.lastIndexOf('.', open < 0 ? frame.length() : open);
        int type = method < 0 ? -1 : frame.lastIndexOf('.', method - 1);
        return PlainText.printable(PlainText.cut(frame.substring(type + 1), 2 * MAX_NAME));
    }
}

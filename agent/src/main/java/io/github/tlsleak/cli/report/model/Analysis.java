package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.ReadFiles;
import io.github.tlsleak.cli.report.read.ReportInput;
import io.github.tlsleak.cli.report.row.RowKind;
import io.github.tlsleak.cli.report.row.RowSink;
import io.github.tlsleak.cli.report.select.Extent;
import io.github.tlsleak.cli.report.select.Selection;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.text.Durations;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of reports, grouped by site. Of bounded size; used by one thread. */
public final class Analysis {

    private final Selection selection;
    private final ReportedSites sites = new ReportedSites();
    private final OpenSessions open = new OpenSessions();
    private final GroupFindings groups = new GroupFindings();
    private final ReportedJvms jvms = new ReportedJvms();
    private final JvmTally total = new JvmTally();
    private ReadFiles inputs = new ReadFiles();
    private final NewSites fresh = new NewSites();
    private long untimed;
    private Extent extent = Extent.WHOLE;

    private Analysis(Selection selection) {
        this.selection = selection;
    }

    /**
     * Reads reports and groups what they say.
     *
     * @param input the reports, not read so far
     * @return what all of them say together
     */
    public static Analysis of(ReportInput input) {
        return of(input, Selection.ALL);
    }

    /**
     * The same of some JVMs, and of findings of some time.
     *
     * @param input the reports, not read so far
     * @param selection what is wanted
     */
    public static Analysis of(ReportInput input, Selection selection) {
        Analysis analysis = new Analysis(selection);
        Analyzer analyzer = new Analyzer(analysis, selection);
        analysis.inputs = input.read(analyzer);
        analysis.untimed = analyzer.untimed();
        analysis.settle();
        return analysis;
    }

    /** Everything was read: keeps the JVMs that are wanted, and adds up. */
    private void settle() {
        jvms.settle(selection);
        List<ReportedJvm> kept = jvms.withOthers();
        sites.settle(kept);
        open.settle(kept);
        groups.settle(kept);
        kept.forEach(jvm -> total.addAll(jvm.tally()));
    }

    /** The state, from which {@link #of} makes the same analysis again. */
    public void save(RowSink sink) throws IOException {
        inputs.save(selection.words(), sink);
        for (ReportedJvm jvm : jvms.all()) {
            sink.row(RowKind.JVM, RowReader.save(jvm, -1));
        }
        List<ReportedJvm> all = jvms.withOthers();
        if (all.size() > jvms.all().size()) {
            ReportedJvm others = jvms.others();
            others.index(jvms.all().size());
            sink.row(RowKind.JVM, RowReader.save(others, jvms.beyond()));
        }
        for (SiteCells site : sites.all()) {
            if (!site.jvms().isEmpty()) {
                sink.row(RowKind.SITE, site.site.save());
            }
        }
        for (SiteCells site : sites.all()) {
            for (ReportedJvm jvm : site.jvms()) {
                SiteFindings findings = site.of(jvm);
                if (findings != null) {
                    sink.row(RowKind.FINDINGS, FindingsState.save(findings, jvm));
                }
            }
        }
        for (OpenSession session : open.oldest()) {
            sink.row(RowKind.SESSION, session.save());
        }
        groups.save(sink);
    }

    /**
     * Marks sites that are not in a baseline as new.
     *
     * @param accepted the baseline: sites that are accepted
     */
    public void compare(Baseline accepted) {
        fresh.accept(accepted);
    }

    /** Says how much is shown. */
    public void show(Extent wanted) {
        extent = wanted;
    }

    /** How much is shown. */
    public Extent extent() {
        return extent;
    }

    /** The label that JVMs are grouped by; null if they are not. */
    public @Nullable String by() {
        return extent.by();
    }

    /** The JVMs grouped by their label; empty if they are not. */
    public List<JvmGroup> jvmGroups() {
        String by = extent.by();
        return by == null ? Collections.<JvmGroup>emptyList() : JvmGroup.of(jvms, by);
    }

    /** The sites that are shown: the most costly ones, or the one that was asked for. */
    public List<SiteFindings> shown() {
        List<SiteFindings> all = sites.byCost();
        String site = extent.site();
        if (site != null) {
            all.removeIf(findings -> !findings.site().fingerprint().equals(site));
        }
        return all.subList(0, Math.min(extent.top(), all.size()));
    }

    /** What is left out, in words: conditions on JVMs, and the time of findings. */
    public List<String> filters() {
        return inputs.filters(selection.words());
    }

    /** Files that could not be read, one line each: which, and why. */
    public List<String> errors() {
        return inputs.errors();
    }

    /** The same, with those that could not be read when documents were made. */
    public List<String> allErrors() {
        return inputs.allErrors();
    }

    /** What was left out of the files that could be read, one line each. */
    public List<String> warnings() {
        List<String> warnings = inputs.warnings();
        if (untimed > 0) {
            warnings.add(PlainText.count(untimed, "finding") + " without a time, left out");
        }
        if (cellWidth() > timeLine().width()) {
            warnings.add(
                    "too many sites, JVMs and times to tell all apart: choices take times in steps of "
                            + Durations.oneUnit(cellWidth()));
        }
        return warnings;
    }

    /** Whether no line of a report was read. */
    public boolean isEmpty() {
        return inputs.count() == 0;
    }

    public ReportedSites sites() {
        return sites;
    }

    public OpenSessions open() {
        return open;
    }

    public ReportedJvms jvms() {
        return jvms;
    }

    public GroupFindings groups() {
        return groups;
    }

    /** Width of the spans of time that findings of a site in a JVM are told apart by. */
    public long cellWidth() {
        return Math.max(timeLine().width(), sites.cellWidth());
    }

    public TimeLine timeLine() {
        return total.timeLine;
    }

    public ReadFiles inputs() {
        return inputs;
    }

    /** The baseline, or null if none was given. */
    public @Nullable Baseline baseline() {
        return fresh.baseline();
    }

    /** What tells which sites are new. */
    public NewSites newSites() {
        return fresh;
    }

    /** Whether a site is new. One of a known behaviour never is. */
    public boolean isNew(SiteFindings findings) {
        return fresh.isNew(findings);
    }

    /** Number of findings of a grade, without suppressed ones. */
    public long count(Grade grade) {
        return total.count(grade);
    }

    /** Findings of a grade by verdict, without suppressed ones. */
    public TopCounts verdicts(Grade grade) {
        return total.verdicts(grade);
    }

    /** Findings of known behaviours, by id of the behaviour. */
    public TopCounts known() {
        return total.known;
    }

    /** Findings that suppression rules took out, by rule. */
    public TopCounts suppressed() {
        return total.suppressed;
    }

    /** Suppression rules that took out nothing in any JVM, in the order of the JVMs. */
    public List<String> unusedRules() {
        return total.unusedRules();
    }

    /** Number of findings that the agent counted without writing a line for each. */
    public long skipped() {
        return total.skipped;
    }
}

package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.LineHandler;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowKind;
import io.github.tlsleak.cli.report.select.Selection;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Puts each line of the reports into the tables of an analysis. Used by one thread. */
final class Analyzer implements LineHandler {

    private final Analysis analysis;
    private final Selection selection;
    private final ReportedSites sites;
    private final OpenSessions open;
    private final ReportedJvms jvms;
    private final OldSites old = new OldSites();
    private final RowReader rows;
    private long untimed;

    Analyzer(Analysis analysis, Selection selection) {
        this.analysis = analysis;
        this.selection = selection;
        this.sites = analysis.sites();
        this.open = analysis.open();
        this.jvms = analysis.jvms();
        this.rows = new RowReader(analysis);
    }

    @Override
    public void nextFile() {
        jvms.nextFile();
    }

    @Override
    public boolean knowsStack(ReportLine line) {
        return sites.isDescribed(line) || old.isKnown(line);
    }

    @Override
    public @Nullable String refusesDocuments() {
        return selection.hasTimes()
                ? "a document has no single findings that --since and --until could choose: give"
                        + " the reports that it was made of"
                : null;
    }

    @Override
    public void nextDocument() {
        rows.nextDocument();
    }

    @Override
    public void row(RowKind kind, Row row) {
        rows.row(kind, row);
    }

    /** Findings left out because their time is not known and only some times are wanted. */
    long untimed() {
        return untimed;
    }

    @Override
    public void line(ReportLine line) {
        String type = line.required(Field.TYPE);
        old.rename(line, type.equals(ReportSchema.SITE_LINE), jvms);
        switch (type) {
            case ReportSchema.META:
                jvms.begin(line);
                break;
            case ReportSchema.SITE_LINE:
                describe(line);
                break;
            case ReportSchema.SUMMARY:
                jvms.of(line).summary(line);
                break;
            default:
                found(type, line, jvms.of(line));
                break;
        }
    }

    /** A line on findings. */
    private void found(String type, ReportLine line, ReportedJvm jvm) {
        SiteFindings findings = sites.of(line, jvm, jvms);
        boolean wanted = selection.takes(line.time(Field.TIME));
        if (!wanted) {
            untimed += line.time(Field.TIME) == ReportTimes.UNKNOWN ? 1 : 0;
            if (ReportSchema.CONTEXT.equals(type) || ReportSchema.SESSIONS_LINE.equals(type)) {
                // found before, so it is not new later
                analysis.groups().isNew(line, jvm);
            }
            return;
        }
        switch (type) {
            case ReportSchema.LEAK:
                finding(line, findings, jvm);
                break;
            case ReportSchema.OPEN_LINE:
                open(line, findings, jvm);
                break;
            case ReportSchema.RECLOSED:
                over(line, findings, jvm);
                break;
            case ReportSchema.SKIPPED:
                skipped(line, findings, jvm);
                break;
            default:
                group(line, findings, jvm);
                break;
        }
    }

    private static @Nullable ReportedSite site(@Nullable SiteFindings findings) {
        return findings == null ? null : findings.site();
    }

    private void describe(ReportLine line) {
        ReportedJvm jvm = jvms.of(line);
        SiteFindings findings = sites.of(line, jvm, jvms);
        if (findings != null) {
            findings.site().describe(line);
            findings.places.describe(line, findings.site().frame());
        }
    }

    /**
     * A session in the list of open ones, unless its site is beyond the bound; and a finding,
     * unless the end of the JVM is the only reason for the line.
     */
    private void open(ReportLine line, @Nullable SiteFindings findings, ReportedJvm jvm) {
        if (line.has(Field.AT_EXIT)) {
            jvm.openAtExit();
        } else if (isSuppressed(line, jvm)) {
            return;
        } else {
            count(line, findings, jvm);
        }
        ReportedSite site = site(findings);
        if (site != null) {
            open.add(line, site, jvm);
        }
    }

    /** What a live session was reported with is over. */
    private void over(ReportLine line, @Nullable SiteFindings findings, ReportedJvm jvm) {
        if (Verdict.OPEN.name().equals(line.text(Field.VERDICT))) {
            jvm.tally().reclosed += line.has(Field.SUPPRESSED_BY) ? 0 : 1;
            open.end(line, site(findings), jvm);
        }
        if (findings != null && !line.has(Field.SUPPRESSED_BY)) {
            findings.over(line, jvm);
        }
    }

    private void finding(ReportLine line, @Nullable SiteFindings findings, ReportedJvm jvm) {
        if (!line.has(Field.ALIVE)) {
            open.end(line, site(findings), jvm);
        }
        if (!isSuppressed(line, jvm)) {
            count(line, findings, jvm);
        }
    }

    /** A finding on many objects of a site: it counts once, however often it is told again. */
    private void group(ReportLine line, @Nullable SiteFindings findings, ReportedJvm jvm) {
        boolean fresh = analysis.groups().isNew(line, jvm);
        if (fresh && !isSuppressed(line, jvm)) {
            count(line, findings, jvm);
        }
        if (findings != null && line.has(Field.OVER)) {
            findings.held.over(line, jvm);
        }
        if (!line.has(Field.SUPPRESSED_BY)) {
            analysis.groups().add(line, site(findings), jvm);
        }
    }

    /** Whether a rule takes the finding out; counts it if so. */
    private static boolean isSuppressed(ReportLine line, ReportedJvm jvm) {
        String rule = line.text(Field.SUPPRESSED_BY);
        if (rule != null) {
            jvm.tally().suppressed.add(rule);
        }
        return rule != null;
    }

    private void count(ReportLine line, @Nullable SiteFindings findings, ReportedJvm jvm) {
        Grade grade = Grade.of(line);
        jvm.add(line, grade);
        if (findings == null) {
            jvm.tally().beyond++;
        } else {
            findings.add(line, grade, jvm);
            old.describe(line, findings.site());
            sites.foundAt(line, findings, jvm);
        }
    }

    private static void skipped(ReportLine line, @Nullable SiteFindings findings, ReportedJvm jvm) {
        long count = line.number(Field.COUNT, 0);
        jvm.tally().skipped += count;
        if (findings != null) {
            findings.skipped += count;
            findings.times.add(line.time(Field.TIME), count);
        }
    }
}

package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.LineHandler;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Puts each line of the reports into the tables of an analysis. Used by one thread. */
final class Analyzer implements LineHandler {

    private final Analysis analysis;
    private final ReportedSites sites;
    private final OpenSessions open;
    private final ReportedJvms jvms;
    private final OldSites old = new OldSites();

    Analyzer(Analysis analysis) {
        this.analysis = analysis;
        this.sites = analysis.sites();
        this.open = analysis.open();
        this.jvms = analysis.jvms();
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
            case ReportSchema.LEAK:
                finding(line, sites.of(line));
                break;
            case ReportSchema.OPEN_LINE:
                open(line, sites.of(line));
                break;
            case ReportSchema.RECLOSED:
                over(line, sites.of(line));
                break;
            case ReportSchema.SKIPPED:
                skipped(line.number(Field.COUNT, 0), sites.of(line));
                break;
            case ReportSchema.SUMMARY:
                jvms.of(line).summary(line);
                analysis.addUnused(line.list(Field.UNUSED_RULES));
                break;
            default:
                group(line, sites.of(line));
                break;
        }
    }

    /** The site that a line names; null if there are too many. */
    private @Nullable ReportedSite site(ReportLine line) {
        return site(sites.of(line));
    }

    private static @Nullable ReportedSite site(@Nullable SiteFindings findings) {
        return findings == null ? null : findings.site();
    }

    private void describe(ReportLine line) {
        ReportedSite site = site(line);
        if (site != null) {
            site.describe(line);
        }
    }

    /**
     * A session in the list of open ones, unless its site is beyond the bound; and a finding,
     * unless the end of the JVM is the only reason for the line.
     */
    private void open(ReportLine line, @Nullable SiteFindings findings) {
        if (line.has(Field.AT_EXIT)) {
            jvms.of(line).openAtExit();
        } else if (isSuppressed(line)) {
            return;
        } else {
            count(line, findings);
        }
        ReportedSite site = site(findings);
        if (site != null) {
            open.add(line, site, jvms.of(line));
        }
    }

    /** What a live session was reported with is over. */
    private void over(ReportLine line, @Nullable SiteFindings findings) {
        if (Verdict.OPEN.name().equals(line.text(Field.VERDICT))) {
            open.countReclosed();
            open.end(line, site(findings), jvms.of(line));
        }
        if (findings != null && !line.has(Field.SUPPRESSED_BY)) {
            findings.over(line, jvms.of(line));
        }
    }

    private void finding(ReportLine line, @Nullable SiteFindings findings) {
        open.end(line, site(findings), jvms.of(line));
        if (!isSuppressed(line)) {
            count(line, findings);
        }
    }

    /** A finding on many objects of a site: it counts once, however often it is told again. */
    private void group(ReportLine line, @Nullable SiteFindings findings) {
        boolean fresh = analysis.groups().isNew(line, jvms.of(line));
        if (fresh && !isSuppressed(line)) {
            count(line, findings);
        }
        if (findings != null && line.has(Field.OVER)) {
            findings.groupOver(line, jvms.of(line));
        }
        if (!line.has(Field.SUPPRESSED_BY)) {
            analysis.groups().add(line, site(findings), jvms.of(line));
        }
    }

    /** Whether a rule takes the finding out; counts it if so. */
    private boolean isSuppressed(ReportLine line) {
        String rule = line.text(Field.SUPPRESSED_BY);
        if (rule != null) {
            analysis.suppressed().add(rule);
            jvms.of(line).addSuppressed();
        }
        return rule != null;
    }

    private void count(ReportLine line, @Nullable SiteFindings findings) {
        ReportedJvm jvm = jvms.of(line);
        Grade grade = Grade.of(line);
        analysis.verdicts(grade).add(line.required(Field.VERDICT));
        jvm.add(grade);
        analysis.timeLine().add(line.time(Field.TIME), grade);
        if (grade == Grade.KNOWN) {
            analysis.known().add(line.required(Field.KNOWN));
        }
        if (findings == null) {
            sites.addBeyond(1);
        } else {
            findings.add(line, grade, jvm);
            old.describe(line, findings.site());
            sites.foundAt(line, findings);
        }
    }

    private void skipped(long count, @Nullable SiteFindings findings) {
        analysis.addSkipped(count);
        if (findings != null) {
            findings.skip(count);
        }
    }
}

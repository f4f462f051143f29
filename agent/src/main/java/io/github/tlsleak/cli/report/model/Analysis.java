package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReadFiles;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.schema.ReportSchema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What reports say, grouped by site. Of bounded size; used by one thread. */
public final class Analysis {

    private static final int MAX_KINDS = 100;
    private static final int MAX_RULES = 1_000;

    private final ReportedSites sites = new ReportedSites();
    private final OpenSessions open = new OpenSessions();
    private final ContextFindings contexts = new ContextFindings();
    private final ReportedJvms jvms = new ReportedJvms();
    private final TimeLine timeLine = new TimeLine();
    private final Map<Grade, TopCounts> verdicts = new EnumMap<>(Grade.class);
    private final TopCounts known = new TopCounts(MAX_KINDS);
    private final TopCounts suppressed = new TopCounts(MAX_RULES);
    private final Set<String> unusedRules = new LinkedHashSet<>();
    private final ReadFiles inputs = new ReadFiles();
    private Baseline baseline;
    private long skipped;

    public Analysis() {
        for (Grade grade : Grade.values()) {
            verdicts.put(grade, new TopCounts(MAX_KINDS));
        }
    }

    /**
     * Marks as new what is not in a baseline.
     *
     * @param accepted sites known and accepted
     */
    public void compare(Baseline accepted) {
        baseline = accepted;
    }

    /** Files that could not be read, one line each: which, and why. */
    public List<String> errors() {
        return inputs.errors();
    }

    /** What was left out of files that could be read, one line each. */
    public List<String> warnings() {
        return inputs.warnings();
    }

    /** Whether any line of a report was read. */
    public boolean isEmpty() {
        return inputs.count() == 0;
    }

    /** Takes the next line. */
    public void add(ReportLine line) {
        switch (line.type()) {
            case ReportSchema.META:
                jvms.begin(line);
                break;
            case ReportSchema.SUMMARY:
                summary(line);
                break;
            case ReportSchema.LEAK:
                finding(line, sites.of(line));
                break;
            default:
                addOfSite(line, sites.of(line));
                break;
        }
    }

    private void addOfSite(ReportLine line, SiteFindings site) {
        ReportedSite place = site == null ? null : site.place();
        switch (line.type()) {
            case ReportSchema.SITE_LINE:
                if (place != null) {
                    place.describe(line);
                }
                break;
            case ReportSchema.OPEN_LINE:
                // what is beyond the table's bound is not followed here either
                if (place != null && !line.has(Field.SUPPRESSED_BY)) {
                    place.resource(line);
                    open.add(line, place, jvms.of(line));
                }
                break;
            case ReportSchema.RECLOSED:
                open.countReclosed();
                open.end(line, place, jvms.of(line));
                break;
            case ReportSchema.SKIPPED:
                skip(line.number(Field.COUNT, 0), site);
                break;
            default:
                contexts.add(line, place, jvms.of(line));
                break;
        }
    }

    private void finding(ReportLine line, SiteFindings site) {
        ReportedJvm jvm = jvms.of(line);
        open.end(line, site == null ? null : site.place(), jvm);
        String rule = line.text(Field.SUPPRESSED_BY);
        if (rule != null) {
            suppressed.add(rule);
            jvm.addSuppressed();
            return;
        }
        Grade grade = Grade.of(line);
        verdicts.get(grade).add(line.text(Field.VERDICT));
        jvm.add(grade);
        timeLine.add(line.time(Field.TIME), grade);
        if (grade == Grade.KNOWN) {
            known.add(line.text(Field.KNOWN));
        }
        if (site == null) {
            sites.addBeyond(1);
        } else {
            site.add(line, grade, jvm);
        }
    }

    private void summary(ReportLine line) {
        jvms.of(line).summary(line);
        for (String rule : line.list(Field.UNUSED_RULES)) {
            if (unusedRules.size() < MAX_RULES) {
                unusedRules.add(rule);
            }
        }
    }

    private void skip(long count, SiteFindings site) {
        skipped += count;
        if (site != null) {
            site.skip(count);
        }
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

    public ContextFindings contexts() {
        return contexts;
    }

    public TimeLine timeLine() {
        return timeLine;
    }

    public ReadFiles inputs() {
        return inputs;
    }

    /** What was accepted before, or null. */
    public Baseline baseline() {
        return baseline;
    }

    /** Whether a site is not in the baseline; false without one, and for known behaviours. */
    public boolean isNew(SiteFindings site) {
        return baseline != null
                && site.worst() != Grade.KNOWN
                && !baseline.accepts(site.place().fingerprint());
    }

    /** Findings of a grade, suppressed ones aside. */
    public long count(Grade grade) {
        return verdicts.get(grade).sum();
    }

    /** Findings of a grade by verdict, suppressed ones aside. */
    public TopCounts verdicts(Grade grade) {
        return verdicts.get(grade);
    }

    /** Findings of known behaviours, by id. */
    public TopCounts known() {
        return known;
    }

    /** Findings that rules took out, by rule. */
    public TopCounts suppressed() {
        return suppressed;
    }

    /** Rules that took out nothing in any JVM, in the order of the reports. */
    public List<String> unusedRules() {
        List<String> unused = new ArrayList<>(unusedRules);
        unused.removeIf(suppressed::has);
        return unused;
    }

    /** Findings that the agent counted and did not write. */
    public long skipped() {
        return skipped;
    }
}

package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.ReadFiles;
import io.github.tlsleak.cli.report.read.ReportInput;
import io.github.tlsleak.common.rules.Baseline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The content of reports, grouped by site. Of bounded size; used by one thread. */
public final class Analysis {

    private static final int MAX_KINDS = 100;
    private static final int MAX_RULES = 1_000;

    private final ReportedSites sites = new ReportedSites();
    private final OpenSessions open = new OpenSessions();
    private final GroupFindings groups = new GroupFindings();
    private final ReportedJvms jvms = new ReportedJvms();
    private final TimeLine timeLine = new TimeLine();
    private final Map<Grade, TopCounts> verdicts = new EnumMap<>(Grade.class);
    private final TopCounts known = new TopCounts(MAX_KINDS);
    private final TopCounts suppressed = new TopCounts(MAX_RULES);
    private final Set<String> unusedRules = new LinkedHashSet<>();
    private ReadFiles inputs = new ReadFiles();
    private @Nullable Baseline baseline;
    private long skipped;

    private Analysis() {
        for (Grade grade : Grade.values()) {
            verdicts.put(grade, new TopCounts(MAX_KINDS));
        }
    }

    /**
     * Reads reports and groups what they say.
     *
     * @param input the reports, not read so far
     * @return what all of them say together
     */
    public static Analysis of(ReportInput input) {
        Analysis analysis = new Analysis();
        analysis.inputs = input.read(new Analyzer(analysis));
        return analysis;
    }

    /**
     * Marks sites that are not in a baseline as new.
     *
     * @param accepted the baseline: sites that are accepted
     */
    public void compare(Baseline accepted) {
        baseline = accepted;
    }

    /** Files that could not be read, one line each: which, and why. */
    public List<String> errors() {
        return inputs.errors();
    }

    /** What was left out of the files that could be read, one line each. */
    public List<String> warnings() {
        return inputs.warnings();
    }

    /** Whether no line of a report was read. */
    public boolean isEmpty() {
        return inputs.count() == 0;
    }

    /** Adds suppression rules that took out nothing in one JVM. */
    void addUnused(List<String> rules) {
        for (String rule : rules) {
            if (unusedRules.size() < MAX_RULES) {
                unusedRules.add(rule);
            }
        }
    }

    /** Adds a number of findings that the agent counted without writing a line for each. */
    void addSkipped(long count) {
        skipped += count;
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

    public TimeLine timeLine() {
        return timeLine;
    }

    public ReadFiles inputs() {
        return inputs;
    }

    /** The baseline, or null if none was given. */
    public @Nullable Baseline baseline() {
        return baseline;
    }

    /**
     * Whether a site is not in the baseline. Without a baseline no site is new, and a site of a
     * known behaviour never is.
     */
    public boolean isNew(SiteFindings findings) {
        return baseline != null
                && findings.worst() != Grade.KNOWN
                && !baseline.acceptsAny(findings.site().names());
    }

    /** Number of findings of a grade, without suppressed ones. */
    public long count(Grade grade) {
        return verdicts(grade).sum();
    }

    /** Findings of a grade by verdict, without suppressed ones. */
    public TopCounts verdicts(Grade grade) {
        return Objects.requireNonNull(verdicts.get(grade), grade.label());
    }

    /** Findings of known behaviours, by id of the behaviour. */
    public TopCounts known() {
        return known;
    }

    /** Findings that suppression rules took out, by rule. */
    public TopCounts suppressed() {
        return suppressed;
    }

    /** Suppression rules that took out nothing in any JVM, in the order of the reports. */
    public List<String> unusedRules() {
        List<String> unused = new ArrayList<>(unusedRules);
        unused.removeIf(suppressed::has);
        return unused;
    }

    /** Number of findings that the agent counted without writing a line for each. */
    public long skipped() {
        return skipped;
    }
}

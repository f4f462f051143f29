package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers of one JVM, or of several together. Of bounded size; used by one thread. */
public final class JvmTally {

    private static final int MAX_KINDS = 100;
    private static final int MAX_RULES = 1_000;

    private static final Map<Grade, RowField> GRADES = new EnumMap<>(Grade.class);

    static {
        GRADES.put(Grade.LEAK, RowField.LEAK);
        GRADES.put(Grade.DEFECT, RowField.DEFECT);
        GRADES.put(Grade.NOTICE, RowField.NOTICE);
        GRADES.put(Grade.KNOWN, RowField.KNOWN);
    }

    /** Findings of each grade, by verdict. */
    private final Map<Grade, TopCounts> verdicts = new EnumMap<>(Grade.class);

    /** Findings of known behaviours, by id of the behaviour. */
    final TopCounts known = new TopCounts(MAX_KINDS);

    /** Findings that suppression rules took out, by rule. */
    final TopCounts suppressed = new TopCounts(MAX_RULES);

    private final Set<String> unusedRules = new LinkedHashSet<>();
    final TimeLine timeLine = new TimeLine();

    /** Findings that the agent counted without writing a line for each. */
    long skipped;

    /** Sessions that were closed after they had been reported open. */
    long reclosed;

    /** Open sessions beyond the bound. */
    long untold;

    /** Findings at sites beyond the bound. */
    long beyond;

    /** Lines on many objects beyond the bound. */
    long groupsBeyond;

    private long last = ReportTimes.UNKNOWN;

    /** Counts a finding. */
    void add(ReportLine line, Grade grade) {
        verdicts(grade).add(line.required(Field.VERDICT));
        timeLine.add(line.time(Field.TIME), grade);
        last = Math.max(last, line.time(Field.TIME));
        if (grade == Grade.KNOWN) {
            known.add(line.required(Field.KNOWN));
        }
    }

    /** Adds suppression rules that took out nothing. */
    void addUnused(Collection<String> rules) {
        for (String rule : rules) {
            if (unusedRules.size() < MAX_RULES) {
                unusedRules.add(rule);
            }
        }
    }

    /** Adds the numbers of another one. */
    void addAll(JvmTally other) {
        other.verdicts.forEach((grade, counts) -> verdicts(grade).addAll(counts));
        known.addAll(other.known);
        suppressed.addAll(other.suppressed);
        addUnused(other.unusedRules);
        timeLine.addAll(other.timeLine);
        skipped += other.skipped;
        reclosed += other.reclosed;
        untold += other.untold;
        beyond += other.beyond;
        groupsBeyond += other.groupsBeyond;
        last = Math.max(last, other.last);
    }

    /** Puts the numbers into a row. */
    void save(Row row) {
        verdicts.forEach((grade, counts) -> row.put(field(grade), counts.state()));
        row.put(RowField.BEHAVIOURS, known.state()).put(RowField.SUPPRESSED, suppressed.state());
        row.put(RowField.UNUSED_RULES, unusedRules);
        row.putIfAny(RowField.SKIPPED, skipped).putIfAny(RowField.RECLOSED, reclosed);
        row.putIfAny(RowField.UNTOLD, untold).putIfAny(RowField.BEYOND, beyond);
        row.putIfAny(RowField.GROUPS_BEYOND, groupsBeyond);
        row.putUnless(RowField.LAST, last, ReportTimes.UNKNOWN);
        List<Long> buckets = timeLine.state();
        if (!buckets.isEmpty()) {
            row.put(RowField.WIDTH, timeLine.width()).put(RowField.BUCKETS, buckets);
        }
    }

    /** Adds the numbers of a row. */
    void load(Row row) {
        GRADES.forEach((grade, field) -> load(row.list(field), grade));
        known.addState(row.list(RowField.BEHAVIOURS));
        suppressed.addState(row.list(RowField.SUPPRESSED));
        addUnused(row.texts(RowField.UNUSED_RULES));
        skipped += row.count(RowField.SKIPPED);
        reclosed += row.count(RowField.RECLOSED);
        untold += row.count(RowField.UNTOLD);
        beyond += row.count(RowField.BEYOND);
        groupsBeyond += row.count(RowField.GROUPS_BEYOND);
        last = Math.max(last, row.number(RowField.LAST, ReportTimes.UNKNOWN));
        List<Long> buckets = new ArrayList<>();
        for (long number : row.numbers(RowField.BUCKETS)) {
            buckets.add(number);
        }
        timeLine.addState(row.count(RowField.WIDTH), buckets);
    }

    private void load(List<Object> counts, Grade grade) {
        if (!counts.isEmpty()) {
            verdicts(grade).addState(counts);
        }
    }

    /** The field of a row that has the findings of a grade. */
    static RowField field(Grade grade) {
        return GRADES.getOrDefault(grade, RowField.KNOWN);
    }

    /** Findings of a grade by verdict, without suppressed ones. */
    public TopCounts verdicts(Grade grade) {
        return verdicts.computeIfAbsent(grade, key -> new TopCounts(MAX_KINDS));
    }

    /** Number of findings of a grade, without suppressed ones. */
    public long count(Grade grade) {
        TopCounts counts = verdicts.get(grade);
        return counts == null ? 0 : counts.sum();
    }

    /** Time of the last finding in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public long last() {
        return last;
    }

    /** Suppression rules that took out nothing in any of the JVMs. */
    List<String> unusedRules() {
        List<String> unused = new ArrayList<>(unusedRules);
        unused.removeIf(suppressed::has);
        return unused;
    }
}

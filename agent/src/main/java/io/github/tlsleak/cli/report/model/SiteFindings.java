package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.model.cells.FindingCells;
import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.cli.report.sketch.FoundTimes;
import io.github.tlsleak.cli.report.sketch.IndexSet;
import io.github.tlsleak.cli.report.sketch.Lifetimes;
import io.github.tlsleak.common.verdict.Detail;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The findings of one site. Of bounded size; used by one thread. */
public final class SiteFindings extends FoundNames {

    private static final int MAX_VERDICTS = 20;

    /** Findings by grade and verdict, the worst first. */
    public final Map<Grade, TopCounts> verdicts = new EnumMap<>(Grade.class);

    public final Lifetimes lifetimes = new Lifetimes();
    public final FoundTimes times = new FoundTimes();

    /** The first detail of each verdict, by name of the verdict. */
    private Map<String, Detail> details = Collections.emptyMap();

    /** The words that the first finding with such a word has. */
    private Map<FirstWord, String> words = Collections.emptyMap();

    /** Numbers by verdict and time in one JVM; null of a sum. */
    public final @Nullable FindingCells cells;

    final StillHeld held = new StillHeld();
    final SourcePlaces places = new SourcePlaces();

    /** Indexes of JVMs. */
    private final IndexSet jvms = new IndexSet();

    /** Findings that the agent counted without writing a line for each. */
    long skipped;

    long alive;
    long over;
    private final ReportedSite site;
    private long first = ReportTimes.UNKNOWN;
    private long last = ReportTimes.UNKNOWN;

    SiteFindings(ReportedSite site, @Nullable FindingCells cells) {
        this.site = site;
        this.cells = cells;
    }

    /** Adds a finding of a JVM. */
    void add(ReportLine line, Grade grade, ReportedJvm jvm) {
        site.resource(line.text(Field.RESOURCE));
        String verdict = line.required(Field.VERDICT);
        counts(grade).add(verdict);
        if (cells != null) {
            cells.add(grade.slot, verdict, grade.timeOf(line), 1);
        }
        for (FirstWord word : FirstWord.ALL) {
            word(word, line.text(word.field));
        }
        if (line.has(Field.DETAIL)) {
            detail(verdict, Detail.of(line.text(Field.DETAIL)));
        }
        addNames(line);
        alive += line.has(Field.ALIVE) || Verdict.OPEN.name().equals(verdict) ? 1 : 0;
        if (line.has(Field.LIFETIME) || line.has(Field.AGE)) {
            lifetimes.add(line.number(line.has(Field.AGE) ? Field.AGE : Field.LIFETIME, 0));
        }
        time(line.time(Field.TIME));
        times.add(line.time(Field.TIME), 1);
        held.found(line, jvm);
    }

    /** Adds the findings of another one on the same site. */
    void addAll(SiteFindings other) {
        other.verdicts.forEach((grade, counts) -> counts(grade).addAll(counts));
        other.words.forEach(this::word);
        other.details.forEach(this::detail);
        addNames(other);
        lifetimes.addAll(other.lifetimes);
        times.addAll(other.times);
        held.addAll(other.held);
        places.addAll(other.places.all());
        jvms.addAll(other.jvms);
        skipped += other.skipped;
        alive += other.alive;
        over += other.over;
        time(other.first);
        time(other.last);
    }

    Map<String, Detail> details() {
        return details;
    }

    Map<FirstWord, String> words() {
        return words;
    }

    TopCounts counts(Grade grade) {
        return verdicts.computeIfAbsent(grade, key -> new TopCounts(MAX_VERDICTS));
    }

    void word(FirstWord word, @Nullable String text) {
        if (text != null) {
            words = words.isEmpty() ? new EnumMap<>(FirstWord.class) : words;
            words.putIfAbsent(word, text);
        }
    }

    void detail(String verdict, @Nullable Detail detail) {
        if (detail != null && details.size() < MAX_VERDICTS) {
            details = details.isEmpty() ? new HashMap<>(2) : details;
            details.putIfAbsent(verdict, detail);
        }
    }

    /** It is of one JVM, whose index is known now. */
    void settle(ReportedJvm jvm) {
        jvms.clear();
        if (!isEmpty()) {
            jvms.setOnly(jvm.index());
        }
    }

    /** What a live session was reported with is over. */
    void over(ReportLine line, ReportedJvm jvm) {
        over++;
        held.over(line, jvm);
    }

    /** The command that tells who holds the sessions that are alive; null if there are none. */
    public @Nullable String whoHolds() {
        return held.command();
    }

    /** Number of findings on sessions that were alive. */
    public long alive() {
        return alive;
    }

    /** For how many of these that was over after all. */
    public long overAfterAll() {
        return over;
    }

    /** Name of the first thread that was seen to hang; null if none was. */
    public @Nullable String hangsIn() {
        return words.get(FirstWord.HANGS_IN);
    }

    public ReportedSite site() {
        return site;
    }

    /** Whether it has no finding with a verdict. */
    boolean isEmpty() {
        return verdicts.isEmpty();
    }

    /** The worst grade found. There must be a finding. */
    public Grade worst() {
        return verdicts.keySet().iterator().next();
    }

    /** What a verdict means at this site; null if this version does not know the verdict. */
    public @Nullable Explanation explanation(String verdict) {
        return Explanation.of(this, verdict);
    }

    /** The most frequent verdict of the worst grade. */
    public String verdict() {
        return verdicts.values().iterator().next().byCount().get(0).name;
    }

    /** Number of findings of a grade. */
    public long count(Grade grade) {
        TopCounts counts = verdicts.get(grade);
        return counts == null ? 0 : counts.sum();
    }

    /** Number of all findings, those without a line included. */
    public long sum() {
        long sum = skipped;
        for (TopCounts counts : verdicts.values()) {
            sum += counts.sum();
        }
        return sum;
    }

    public long skipped() {
        return skipped;
    }

    /** Time of the first finding in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public long first() {
        return first;
    }

    /** Time of the last finding in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public long last() {
        return last;
    }

    /** Id of the first known behaviour that excuses a finding. */
    public @Nullable String known() {
        return words.get(FirstWord.KNOWN);
    }

    /** The first exception of a failed close. */
    public @Nullable String error() {
        return words.get(FirstWord.ERROR);
    }

    /** The handlers of the first channel that showed them. */
    public @Nullable String pipeline() {
        return words.get(FirstWord.PIPELINE);
    }

    /** Number of JVMs with a finding at this site. JVMs beyond the bound count as one. */
    public int jvmCount() {
        return jvms.size();
    }

    /** Indexes of these JVMs, at most {@code max} of them. */
    public List<Integer> jvms(int max) {
        return jvms.first(max);
    }

    void time(long millis) {
        if (millis != ReportTimes.UNKNOWN) {
            first = first == ReportTimes.UNKNOWN ? millis : Math.min(first, millis);
            last = Math.max(last, millis);
        }
    }
}

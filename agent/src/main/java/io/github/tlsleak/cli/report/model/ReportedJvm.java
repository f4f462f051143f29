package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.cli.report.select.Where;
import io.github.tlsleak.common.labels.LabelNames;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One JVM that wrote lines of the reports. Used by one thread. */
public final class ReportedJvm {

    /** The name of its main class or jar where labels are asked for. */
    public static final String PROGRAM = "program";

    /** By start, then by whatever tells two apart: the same JVMs in any order give one order. */
    static final Comparator<ReportedJvm> ORDER =
            Comparator.<ReportedJvm>comparingLong(
                            jvm -> jvm.started < 0 ? Long.MAX_VALUE : jvm.started)
                    .thenComparing(jvm -> jvm.orEmpty(Field.HOST))
                    .thenComparingLong(jvm -> jvm.pid)
                    .thenComparing(jvm -> jvm.orEmpty(Field.RUN))
                    .thenComparing(jvm -> jvm.orEmpty(Field.MAIN))
                    .thenComparingLong(jvm -> jvm.content)
                    .thenComparingInt(jvm -> jvm.index);

    /** Texts of its meta line, by field. */
    final Map<Field, String> texts = new EnumMap<>(Field.class);

    final JvmTally tally = new JvmTally();
    final JvmSummary summary = new JvmSummary();
    private Map<String, String> labels = Collections.emptyMap();
    private int index;
    private boolean known;
    private boolean ended;

    /** Whether a document tells of it. */
    boolean ofDocument;

    /** Whether another file or document tells of it as well. */
    boolean twice;

    private long pid = -1;
    private long started = ReportTimes.UNKNOWN;

    /** Of a JVM of which nothing else is known: tells apart what its lines say. */
    private long content;

    ReportedJvm(int index) {
        this.index = index;
    }

    /** Takes a line of type meta. */
    void describe(ReportLine line) {
        describe(line.number(Field.PID, -1), line.time(Field.STARTED), line.labels(Field.LABELS));
        for (Field field : ReportedJvms.TEXTS) {
            if (line.text(field) != null) {
                texts.put(field, line.text(field));
            }
        }
    }

    void describe(long process, long start, Map<String, String> names) {
        known = true;
        pid = process;
        started = start;
        labels = names.isEmpty() ? Collections.emptyMap() : new TreeMap<>(names);
    }

    /** Takes the run of its lines, of which no meta line was read so far. */
    void run(String run) {
        texts.put(Field.RUN, run);
    }

    /** Takes a line of type summary. The last one counts. */
    void summary(ReportLine line) {
        ended |= line.has(Field.AT_EXIT);
        summary.take(line);
        tally.addUnused(line.list(Field.UNUSED_RULES));
    }

    /** Takes the line of a session that was open when the JVM ended. */
    void openAtExit() {
        ended = true;
    }

    /** Counts a finding. */
    void add(ReportLine line, Grade grade) {
        tally.add(line, grade);
    }

    /** Mixes what a line says into the number that tells an unknown JVM from another. */
    void addContent(ReportLine line) {
        long hash = line.time(Field.TIME);
        hash = hash * 31 + String.valueOf(line.type()).hashCode();
        hash = hash * 31 + String.valueOf(line.text(Field.SITE)).hashCode();
        hash = hash * 31 + String.valueOf(line.text(Field.VERDICT)).hashCode();
        content = content * 0x9E3779B97F4A7C15L + hash;
    }

    void content(long number) {
        content = number;
    }

    long content() {
        return content;
    }

    /** What was found in it. */
    public JvmTally tally() {
        return tally;
    }

    /** Number of findings of a grade. */
    public long count(Grade grade) {
        return tally.count(grade);
    }

    public long suppressed() {
        return tally.suppressed.sum();
    }

    void index(int number) {
        index = number;
    }

    /** Its index among the JVMs of the analysis, from 0. */
    public int index() {
        return index;
    }

    /** Whether its meta line was read. */
    public boolean isKnown() {
        return known;
    }

    /** A text of its meta line. */
    public @Nullable String text(Field field) {
        return texts.get(field);
    }

    private String orEmpty(Field field) {
        String text = texts.get(field);
        return text == null ? "" : text;
    }

    /** Its labels by name, in the order of the names. */
    public Map<String, String> labels() {
        return Collections.unmodifiableMap(labels);
    }

    /**
     * A label, its {@code program} or its {@code host}; null if it has none. The service of a JVM
     * without that label is its program.
     */
    public @Nullable String label(String name) {
        String label = labels.get(LabelNames.shortName(name));
        if (label != null) {
            return label;
        }
        switch (LabelNames.shortName(name)) {
            case PROGRAM:
            case LabelNames.SERVICE:
                return text(Field.MAIN);
            default:
                return Field.HOST.isNamed(name) ? text(Field.HOST) : null;
        }
    }

    /** The same, in a word that conditions know. */
    public String labelOrNone(String name) {
        String label = label(name);
        return label == null ? Where.NONE : label;
    }

    /** The process id; negative if not known. */
    public long pid() {
        return pid;
    }

    /** Start of the agent in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public long started() {
        return started;
    }

    /** Whether it wrote a summary. If not, it is still running or was killed. */
    public boolean hasSummary() {
        return summary.isKnown();
    }

    /** Whether the report says that it has ended; a JVM that was killed could not write it. */
    public boolean hasEnded() {
        return ended;
    }

    /** Its last summary; empty if there is none. */
    public JvmSummary summary() {
        return summary;
    }

    /** The sessions, as its last summary counts them. */
    public SessionBalanceSum sessions() {
        return summary.sessions();
    }
}

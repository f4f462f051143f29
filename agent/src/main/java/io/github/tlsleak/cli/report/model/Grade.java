package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import java.util.Arrays;
import java.util.Locale;

/** How much a finding matters, the worst first. Immutable. */
public enum Grade {
    /** The program dropped a resource that nobody closed. */
    LEAK,
    /** The session was closed, but not in order. */
    DEFECT,
    /** The finding is worth knowing: by design, or harmless. */
    NOTICE,
    /** A known behaviour of JDK or library excuses the finding, whatever its severity. */
    KNOWN;

    /** Index into arrays of counts. Nothing stored depends on it. */
    @SuppressWarnings("EnumOrdinal")
    final int slot = ordinal();

    /** The names in reports, by {@link #slot}. */
    static final String[] LABELS = labels();

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in reports, in lower case. */
    public String label() {
        return label;
    }

    /** Its number in cells. */
    public int slot() {
        return slot;
    }

    private static String[] labels() {
        return Arrays.stream(values()).map(Grade::label).toArray(String[]::new);
    }

    /** When a finding of this grade was found: known behaviours are not told apart by time. */
    long timeOf(ReportLine line) {
        return this == KNOWN ? ReportTimes.UNKNOWN : line.time(Field.TIME);
    }

    /** The grade of a finding. A severity that is not known to this version counts as notice. */
    static Grade of(ReportLine line) {
        if (line.text(Field.KNOWN) != null) {
            return KNOWN;
        }
        String severity = line.text(Field.SEVERITY);
        if (LEAK.label.equals(severity)) {
            return LEAK;
        }
        return DEFECT.label.equals(severity) ? DEFECT : NOTICE;
    }
}

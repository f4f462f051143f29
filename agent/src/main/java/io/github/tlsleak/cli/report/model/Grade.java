package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import java.util.Locale;

/** How much a finding matters, the worst first. */
public enum Grade {
    /** A resource was dropped, nobody closed it. */
    LEAK,
    /** Closed, but not in order. */
    DEFECT,
    /** Worth knowing. */
    NOTICE,
    /** Of a severity of its own, but a known behaviour of JDK or library excuses it. */
    KNOWN;

    /** Its place in arrays of counts; nothing kept depends on it. */
    @SuppressWarnings("EnumOrdinal")
    final int slot = ordinal();

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in reports. */
    public String label() {
        return label;
    }

    /** That of a finding; of an unknown severity no more is claimed than a notice. */
    static Grade of(ReportLine line) {
        if (line.has(Field.KNOWN)) {
            return KNOWN;
        }
        String severity = line.text(Field.SEVERITY);
        if (LEAK.label.equals(severity)) {
            return LEAK;
        }
        return DEFECT.label.equals(severity) ? DEFECT : NOTICE;
    }
}

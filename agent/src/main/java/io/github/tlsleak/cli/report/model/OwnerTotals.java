package io.github.tlsleak.cli.report.model;

import java.util.List;

/** How much was found at some sites. Immutable. */
public final class OwnerTotals {

    private final long[] counts = new long[Grade.values().length];

    public OwnerTotals(List<SiteFindings> sites) {
        for (SiteFindings site : sites) {
            for (Grade grade : Grade.values()) {
                counts[grade.slot] += site.count(grade);
            }
        }
    }

    public long of(Grade grade) {
        return counts[grade.slot];
    }
}

package io.github.tlsleak.analysis;

import java.util.List;

/** How much was found at some sites. Immutable. */
final class OwnerTotals {

    private final long[] counts = new long[Grade.values().length];

    OwnerTotals(List<SiteStats> sites) {
        for (SiteStats site : sites) {
            for (Grade grade : Grade.values()) {
                counts[grade.slot] += site.count(grade);
            }
        }
    }

    long of(Grade grade) {
        return counts[grade.slot];
    }
}

package io.github.tlsleak.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sites of a report, 10 000 at most. Used by one thread. */
final class SiteTable {

    static final int MAX_SITES = 10_000;

    private static final int MAX_FINGERPRINT = 40;

    private final Map<String, SiteStats> sites = new LinkedHashMap<>();
    private long beyond;

    /** The site that a line names, made if it is new; null if there are too many. */
    SiteStats of(ReportLine line) {
        String fingerprint = Plain.cut(line.text("site"), MAX_FINGERPRINT);
        SiteStats site = sites.get(fingerprint);
        if (site == null && sites.size() < MAX_SITES) {
            site = new SiteStats(fingerprint);
            sites.put(fingerprint, site);
        }
        return site;
    }

    /** Counts findings of a site that is not kept. */
    void addBeyond(long findings) {
        beyond += findings;
    }

    /** Findings of sites that are not kept. */
    long beyond() {
        return beyond;
    }

    /** Sites with findings, the most costly first: leaks, then defects, then notices, by count. */
    List<SiteStats> byCost() {
        List<SiteStats> found = new ArrayList<>();
        for (SiteStats site : sites.values()) {
            if (site.worst() != null) {
                found.add(site);
            }
        }
        found.sort(
                Comparator.comparing(SiteStats::worst)
                        .thenComparing(SiteStats::sum, Comparator.reverseOrder())
                        .thenComparing(SiteStats::fingerprint));
        return found;
    }
}

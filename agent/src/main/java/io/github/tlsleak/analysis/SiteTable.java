package io.github.tlsleak.analysis;

import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sites of a report, 10 000 at most. Used by one thread. */
final class SiteTable {

    static final int MAX_SITES = 10_000;

    /** Verdicts that blame who closes. */
    private static final Set<String> CLOSINGS =
            new HashSet<>(
                    Arrays.asList(
                            Verdict.UNDERCUT.name(),
                            Verdict.HALF_CLOSED.name(),
                            Verdict.UNSENT.name()));

    private static final Comparator<SiteStats> BY_COST =
            Comparator.comparing(SiteStats::worst)
                    .thenComparing(Comparator.comparingLong(SiteStats::sum).reversed())
                    .thenComparing(site -> site.place().fingerprint());

    private final Map<String, SiteStats> sites = new HashMap<>();
    private long beyond;

    /** The site that a line names, made if it is new; null if there are too many. */
    SiteStats of(ReportLine line) {
        String fingerprint = line.text(Field.SITE);
        SiteStats site = sites.get(fingerprint);
        if (site == null && sites.size() < MAX_SITES) {
            site = new SiteStats(new Place(fingerprint));
            sites.put(fingerprint, site);
        }
        return site;
    }

    /** Whether the stack of the site that a line names is known. */
    boolean isDescribed(ReportLine line) {
        SiteStats site = sites.get(line.text(Field.SITE));
        return site != null && site.place().isDescribed();
    }

    /** Where most of a site's sessions were closed, as far as that is told; or null. */
    Place closing(SiteStats site) {
        if (site.closings.isEmpty()) {
            return null;
        }
        SiteStats closing = sites.get(site.closings.byCount().get(0).name);
        return closing == null || !closing.place().isDescribed() ? null : closing.place();
    }

    /** Whose code is to blame: that which closed, if the worst verdict blames that. */
    Place blamed(SiteStats site) {
        Place closing = CLOSINGS.contains(site.verdict()) ? closing(site) : null;
        return closing == null ? site.place() : closing;
    }

    /** Counts findings of a site that is not kept. */
    void addBeyond(long findings) {
        beyond += findings;
    }

    /** Findings of sites that are not kept. */
    long beyond() {
        return beyond;
    }

    /** Sites with findings, the most costly first: leaks, defects, notices, known; by count. */
    List<SiteStats> byCost() {
        List<SiteStats> found = new ArrayList<>();
        for (SiteStats site : sites.values()) {
            if (site.worst() != null) {
                found.add(site);
            }
        }
        found.sort(BY_COST);
        return found;
    }

    /** The same of one owner, without those that are known only. */
    List<SiteStats> byCost(String owner) {
        List<SiteStats> found = byCost();
        found.removeIf(s -> s.worst() == Grade.KNOWN || !blamed(s).owner().equals(owner));
        return found;
    }
}

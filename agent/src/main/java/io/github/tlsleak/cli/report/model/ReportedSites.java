package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
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
public final class ReportedSites {

    public static final int MAX_SITES = 10_000;

    /** Verdicts that blame who closes. */
    private static final Set<String> CLOSINGS =
            new HashSet<>(
                    Arrays.asList(
                            Verdict.UNDERCUT.name(),
                            Verdict.HALF_CLOSED.name(),
                            Verdict.UNSENT.name()));

    private static final Comparator<SiteFindings> BY_COST =
            Comparator.comparing(SiteFindings::worst)
                    .thenComparing(Comparator.comparingLong(SiteFindings::sum).reversed())
                    .thenComparing(site -> site.place().fingerprint());

    private final Map<String, SiteFindings> sites = new HashMap<>();
    private long beyond;

    /** The site that a line names, made if it is new; null if there are too many. */
    SiteFindings of(ReportLine line) {
        String fingerprint = line.text(Field.SITE);
        SiteFindings site = sites.get(fingerprint);
        if (site == null && sites.size() < MAX_SITES) {
            site = new SiteFindings(new ReportedSite(fingerprint));
            sites.put(fingerprint, site);
        }
        return site;
    }

    /** Whether the stack of the site that a line names is known. */
    public boolean isDescribed(ReportLine line) {
        SiteFindings site = sites.get(line.text(Field.SITE));
        return site != null && site.place().isDescribed();
    }

    /** Where most of a site's sessions were closed, as far as that is told; or null. */
    public ReportedSite closing(SiteFindings site) {
        if (site.closings.isEmpty()) {
            return null;
        }
        SiteFindings closing = sites.get(site.closings.byCount().get(0).name);
        return closing == null || !closing.place().isDescribed() ? null : closing.place();
    }

    /** Whose code is to blame: that which closed, if the worst verdict blames that. */
    public ReportedSite blamed(SiteFindings site) {
        ReportedSite closing = CLOSINGS.contains(site.verdict()) ? closing(site) : null;
        return closing == null ? site.place() : closing;
    }

    /** Counts findings of a site that is not kept. */
    void addBeyond(long findings) {
        beyond += findings;
    }

    /** Findings of sites that are not kept. */
    public long beyond() {
        return beyond;
    }

    /** Sites with findings, the most costly first: leaks, defects, notices, known; by count. */
    public List<SiteFindings> byCost() {
        List<SiteFindings> found = new ArrayList<>();
        for (SiteFindings site : sites.values()) {
            if (site.worst() != null) {
                found.add(site);
            }
        }
        found.sort(BY_COST);
        return found;
    }

    /** The same of one owner, without those that are known only. */
    public List<SiteFindings> byCost(String owner) {
        List<SiteFindings> found = byCost();
        found.removeIf(s -> s.worst() == Grade.KNOWN || !blamed(s).owner().equals(owner));
        return found;
    }

    /** Findings of a grade at some of the sites. */
    public static long count(List<SiteFindings> sites, Grade grade) {
        long count = 0;
        for (SiteFindings site : sites) {
            count += site.count(grade);
        }
        return count;
    }
}

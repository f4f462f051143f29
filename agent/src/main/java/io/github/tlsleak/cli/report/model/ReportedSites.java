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
import org.jspecify.annotations.Nullable;

/** The sites of the reports with their findings. Keeps 10 000 at most. Used by one thread. */
public final class ReportedSites {

    public static final int MAX_SITES = 10_000;

    /** Verdicts whose cause is the code that closes the session. */
    private static final Set<String> CLOSINGS =
            new HashSet<>(
                    Arrays.asList(
                            Verdict.UNDERCUT.name(),
                            Verdict.HALF_CLOSED.name(),
                            Verdict.UNSENT.name()));

    private static final Comparator<SiteFindings> BY_COST =
            Comparator.comparing(SiteFindings::worst)
                    .thenComparing(Comparator.comparingLong(SiteFindings::sum).reversed())
                    .thenComparing(findings -> findings.site().fingerprint());

    private final Map<String, SiteFindings> sites = new HashMap<>();
    private long beyond;

    /** The site that a line names, added if it is new; null if there are too many. */
    @Nullable SiteFindings of(ReportLine line) {
        String fingerprint = line.required(Field.SITE);
        SiteFindings findings = sites.get(fingerprint);
        if (findings == null && sites.size() < MAX_SITES) {
            findings = new SiteFindings(new ReportedSite(fingerprint));
            sites.put(fingerprint, findings);
        }
        return findings;
    }

    /** Whether the stack of the site that a line names is known. */
    public boolean isDescribed(ReportLine line) {
        SiteFindings findings = sites.get(line.text(Field.SITE));
        return findings != null && findings.site().isDescribed();
    }

    /** The site that closed most of a site's sessions, or null if it is not known. */
    public @Nullable ReportedSite closing(SiteFindings findings) {
        return mostOf(findings.closings);
    }

    /** The stack on which most threads hang in a site's sessions, or null if none is known to. */
    public @Nullable ReportedSite hanging(SiteFindings findings) {
        return mostOf(findings.hangs);
    }

    private @Nullable ReportedSite mostOf(TopCounts fingerprints) {
        if (fingerprints.isEmpty()) {
            return null;
        }
        SiteFindings closing = sites.get(fingerprints.byCount().get(0).name);
        return closing == null || !closing.site().isDescribed() ? null : closing.site();
    }

    /** A finding tells on which line of the code that is to blame it is. */
    void foundAt(ReportLine line, SiteFindings findings) {
        findings.site().oldName(line);
        String closedAt = line.text(Field.CLOSED_AT);
        boolean closing = closedAt != null && CLOSINGS.contains(line.required(Field.VERDICT));
        SiteFindings blamed = closing ? sites.get(closedAt) : findings;
        if (blamed != null) {
            blamed.site().foundAt(line);
        }
    }

    /** The responsible site: the one that closed if that is the cause, else the site itself. */
    public ReportedSite blamed(SiteFindings findings) {
        ReportedSite closing = CLOSINGS.contains(findings.verdict()) ? closing(findings) : null;
        return closing == null ? findings.site() : closing;
    }

    /** Counts findings at a site that is not kept. */
    void addBeyond(long findings) {
        beyond += findings;
    }

    /** Number of findings at sites that are not kept. */
    public long beyond() {
        return beyond;
    }

    /** Sites with findings, the most costly first: by worst grade, then by number of findings. */
    public List<SiteFindings> byCost() {
        List<SiteFindings> found = new ArrayList<>();
        for (SiteFindings findings : sites.values()) {
            if (!findings.isEmpty()) {
                found.add(findings);
            }
        }
        found.sort(BY_COST);
        return found;
    }

    /** Sites that one owner is responsible for, in the same order, without known behaviours. */
    public List<SiteFindings> byCost(String owner) {
        List<SiteFindings> found = byCost();
        found.removeIf(s -> s.worst() == Grade.KNOWN || !blamed(s).owner().equals(owner));
        return found;
    }

    /** Number of findings of a grade at some of the sites. */
    public static long count(List<SiteFindings> sites, Grade grade) {
        long count = 0;
        for (SiteFindings findings : sites) {
            count += findings.count(grade);
        }
        return count;
    }
}

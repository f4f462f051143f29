package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.model.cells.CellBound;
import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sites of the reports with their findings. Keeps 10 000 at most, and tells apart the findings
 * of 50 000 pairs of site and JVM. Used by one thread.
 */
public final class ReportedSites {

    public static final int MAX_SITES = 10_000;

    /** Pairs of site and JVM whose findings are told apart. */
    private static final int MAX_CELLS = 50_000;

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

    private final Map<String, SiteCells> sites = new HashMap<>();
    private final CellBound bound = new CellBound();
    private int cells;
    private long beyond;
    private List<SiteFindings> byCost = Collections.emptyList();

    /** The site with a fingerprint, added if it is new; null if there are too many. */
    @Nullable SiteCells cells(String fingerprint) {
        SiteCells found = sites.get(fingerprint);
        if (found == null && sites.size() < MAX_SITES) {
            found = new SiteCells(new ReportedSite(fingerprint));
            sites.put(fingerprint, found);
        }
        return found;
    }

    /** The findings of a JVM at the site that a line names; null if there are too many sites. */
    @Nullable SiteFindings of(ReportLine line, ReportedJvm jvm, ReportedJvms jvms) {
        SiteCells site = cells(line.required(Field.SITE));
        return site == null ? null : of(site, jvm, jvms);
    }

    SiteFindings of(SiteCells site, ReportedJvm jvm, ReportedJvms jvms) {
        SiteFindings findings = site.of(jvm);
        if (findings != null) {
            return findings;
        }
        if (cells < MAX_CELLS) {
            cells++;
            return site.add(jvm, bound);
        }
        return site.rest(jvms.others(), bound);
    }

    /** Whether the stack in a line of type site can be skipped. */
    public boolean isDescribed(ReportLine line) {
        SiteCells found = sites.get(line.text(Field.SITE));
        return found != null && found.site.isDescribed(line.text(Field.FINGERPRINT1));
    }

    /** Everything was read: adds up the findings of the JVMs that are kept. */
    void settle(List<ReportedJvm> jvms) {
        Set<ReportedJvm> kept = new HashSet<>(jvms);
        List<SiteFindings> found = new ArrayList<>();
        for (SiteCells site : sites.values()) {
            site.settle(kept::contains);
            found.add(site.all());
        }
        byCost = sorted(found);
        for (ReportedJvm jvm : jvms) {
            beyond += jvm.tally().beyond;
        }
    }

    /** All sites, also those without findings, in the order of their fingerprints. */
    List<SiteCells> all() {
        List<SiteCells> all = new ArrayList<>(sites.values());
        all.sort(Comparator.comparing(cells -> cells.site.fingerprint()));
        return all;
    }

    /** The greatest width of the spans of time that findings are told apart by. */
    long cellWidth() {
        return sites.values().stream().mapToLong(SiteCells::width).max().orElse(0);
    }

    /** The findings of each JVM at a site, in the order of the JVMs; these have cells. */
    public Map<ReportedJvm, SiteFindings> byJvm(SiteFindings findings) {
        Map<ReportedJvm, SiteFindings> all = new LinkedHashMap<>();
        SiteCells site = sites.get(findings.site().fingerprint());
        if (site != null) {
            site.jvms().forEach(jvm -> all.put(jvm, site.of(jvm, findings)));
        }
        return all;
    }

    /** The findings of some JVMs, the most costly site first. */
    public List<SiteFindings> of(Predicate<ReportedJvm> jvms) {
        List<SiteFindings> found = new ArrayList<>();
        for (SiteFindings findings : byCost) {
            SiteCells site = sites.get(findings.site().fingerprint());
            if (site != null && site.jvms().stream().anyMatch(jvms)) {
                found.add(site.sum(jvms));
            }
        }
        return sorted(found);
    }

    private static List<SiteFindings> sorted(List<SiteFindings> found) {
        found.removeIf(SiteFindings::isEmpty);
        found.sort(BY_COST);
        return found;
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
        SiteCells most = sites.get(fingerprints.byCount().get(0).name);
        return most == null || !most.site.isDescribed() ? null : most.site;
    }

    /** A finding tells on which line of the code that is to blame it is. */
    void foundAt(ReportLine line, SiteFindings findings, ReportedJvm jvm) {
        findings.site().oldName(line.text(Field.FINGERPRINT1));
        String closedAt = line.text(Field.CLOSED_AT);
        boolean closing = closedAt != null && CLOSINGS.contains(line.required(Field.VERDICT));
        SiteCells closer = closing ? sites.get(closedAt) : null;
        SiteFindings blamed = closing ? closer == null ? null : closer.of(jvm) : findings;
        if (blamed != null) {
            blamed.places.foundAt(line);
        }
    }

    /** The responsible site: the one that closed if that is the cause, else the site itself. */
    public ReportedSite blamed(SiteFindings findings) {
        ReportedSite closing = CLOSINGS.contains(findings.verdict()) ? closing(findings) : null;
        return closing == null ? findings.site() : closing;
    }

    /** Number of findings at sites that are not kept. */
    public long beyond() {
        return beyond;
    }

    /** Sites with findings, the most costly first: by worst grade, then by number of findings. */
    public List<SiteFindings> byCost() {
        return new ArrayList<>(byCost);
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

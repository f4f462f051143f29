package io.github.tlsleak.cli.report.model.compare;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.SiteFindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report compared with an earlier one, site by site. A site is the same if it has the same
 * fingerprint, or one of its stacks the same fingerprint 1. Sites of known behaviours are left out.
 * Immutable.
 */
public final class AgainstComparison {

    private static final Comparator<ComparedSite> WORST_FIRST =
            Comparator.comparing((ComparedSite site) -> site.change)
                    .thenComparing(site -> site.findings.worst())
                    .thenComparingLong(site -> -Math.max(site.count, site.earlier))
                    .thenComparing(site -> site.findings.site().fingerprint());

    /** The earlier report. */
    public final String title;

    /** How long the JVMs were observed now. */
    public final ObservedTime observed;

    /** How long those of the earlier report were. */
    public final ObservedTime earlierObserved;

    private final Exposure exposure;
    private final List<ComparedSite> sites = new ArrayList<>();
    private final Map<Change, Integer> counts = new EnumMap<>(Change.class);

    private AgainstComparison(Analysis now, Analysis then) {
        title = then.inputs().title();
        observed = ObservedTime.of(now);
        earlierObserved = ObservedTime.of(then);
        exposure = new Exposure(observed, earlierObserved);
        Map<String, SiteFindings> byName = byName(then);
        Set<SiteFindings> found = new HashSet<>();
        for (SiteFindings findings : now.sites().byCost()) {
            if (findings.worst() != Grade.KNOWN) {
                SiteFindings before = same(findings, byName);
                found.add(before == null ? findings : before);
                add(now, findings, before);
            }
        }
        for (SiteFindings before : then.sites().byCost()) {
            if (before.worst() != Grade.KNOWN && !found.contains(before)) {
                put(Change.GONE, before, then, 0, before.sum());
            }
        }
        sites.sort(WORST_FIRST);
    }

    /** The comparison with the earlier report of an analysis; null if there is none. */
    public static @Nullable AgainstComparison of(Analysis analysis) {
        Analysis earlier = analysis.newSites().earlier();
        return earlier == null ? null : new AgainstComparison(analysis, earlier);
    }

    /** Those that are more than known behaviours. */
    private static Map<String, SiteFindings> byName(Analysis then) {
        List<SiteFindings> real = new ArrayList<>(then.sites().byCost());
        real.removeIf(findings -> findings.worst() == Grade.KNOWN);
        Map<String, SiteFindings> byName = new HashMap<>();
        for (SiteFindings findings : real) {
            findings.site().names().forEach(name -> byName.putIfAbsent(name, findings));
        }
        for (SiteFindings findings : real) {
            byName.put(findings.site().fingerprint(), findings);
        }
        return byName;
    }

    private static @Nullable SiteFindings same(
            SiteFindings findings, Map<String, SiteFindings> byName) {
        for (String name : findings.site().names()) {
            SiteFindings before = byName.get(name);
            if (before != null) {
                return before;
            }
        }
        return null;
    }

    private void add(Analysis now, SiteFindings findings, @Nullable SiteFindings before) {
        long earlier = before == null ? 0 : before.sum();
        Change change = before == null ? Change.NEW : exposure.change(findings.sum(), earlier);
        put(change, findings, now, findings.sum(), earlier);
    }

    private void put(Change change, SiteFindings findings, Analysis of, long count, long earlier) {
        counts.merge(change, 1, Integer::sum);
        sites.add(
                new ComparedSite(
                        change, findings, of.sites().blamed(findings), count, earlier, exposure));
    }

    /** Number of sites of a change. */
    public int count(Change change) {
        return counts.getOrDefault(change, 0);
    }

    /** The sites that are not unchanged: new ones first, the worst of each change first. */
    public List<ComparedSite> changed() {
        List<ComparedSite> changed = new ArrayList<>(sites);
        changed.removeIf(site -> site.change == Change.UNCHANGED);
        return changed;
    }

    /** The comparison in one line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Change change : new Change[] {Change.NEW, Change.GONE, Change.GROWN, Change.SHRUNK}) {
            text.append(text.length() == 0 ? "" : ", ");
            text.append(count(change)).append(' ').append(change.label());
        }
        return text + " against " + title;
    }

    /** What numbers are compared by, in words. */
    public String basis() {
        return exposure.words();
    }
}

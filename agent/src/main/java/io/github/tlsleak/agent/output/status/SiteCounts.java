package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.output.SiteDescription;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.common.rules.WhoHolds;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The findings of a site at one moment. The collector may go on counting. Immutable. */
public final class SiteCounts {

    /** The site. */
    public final Site site;

    /** Leaks, defects and notices together. */
    public final long sum;

    private final Map<Verdict, Long> counts;

    private SiteCounts(Site site) {
        this.site = site;
        this.counts = site.counts();
        long all = 0;
        for (long count : counts.values()) {
            all += count;
        }
        this.sum = all;
    }

    /** Sites with findings, most first. */
    public static List<SiteCounts> of(SiteTable sites) {
        List<SiteCounts> found = new ArrayList<>();
        for (Site site : sites.all()) {
            SiteCounts findings = new SiteCounts(site);
            if (findings.sum > 0) {
                found.add(findings);
            }
        }
        if (found.size() > 1) {
            found.sort(
                    Comparator.comparingLong((SiteCounts f) -> -f.sum)
                            .thenComparing(f -> f.site.fingerprint()));
        }
        return found;
    }

    /** The counts and the site: {@code 2 LOST, 1 UNSENT at SITE}. */
    String text() {
        return text(counts) + " at " + SiteDescription.of(site);
    }

    /** Whether findings are on sessions that were alive, and may be still. */
    boolean isHeld() {
        for (Verdict verdict : counts.keySet()) {
            if (WhoHolds.isAsked(verdict, false)) {
                return true;
            }
        }
        return false;
    }

    /** The number of findings of each verdict, by name. */
    Map<String, Long> verdicts() {
        return names(counts);
    }

    /** The counts in words: {@code 2 LOST, 1 UNSENT}; empty if there are none. */
    static String text(Map<Verdict, Long> counts) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Verdict, Long> entry : counts.entrySet()) {
            text.append(text.length() == 0 ? "" : ", ");
            text.append(entry.getValue()).append(' ').append(entry.getKey());
        }
        return text.toString();
    }

    /** The counts with names for keys, in the same order. */
    public static Map<String, Long> names(Map<Verdict, Long> counts) {
        Map<String, Long> names = new LinkedHashMap<>();
        for (Map.Entry<Verdict, Long> entry : counts.entrySet()) {
            names.put(entry.getKey().name(), entry.getValue());
        }
        return names;
    }
}

package io.github.tlsleak.report;

import io.github.tlsleak.track.Site;
import io.github.tlsleak.track.SiteTable;
import io.github.tlsleak.track.Snapshot;
import io.github.tlsleak.track.Totals;
import io.github.tlsleak.verdict.Severity;
import io.github.tlsleak.verdict.Suppressions;
import io.github.tlsleak.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The summary at exit, for the log and as a JSON line. Immutable. */
public final class Summary {

    private static final int SITES_SHOWN = 20;

    private final Snapshot now;
    private final Totals totals;
    private final SiteTable sites;
    private final Suppressions suppressions;
    private final long errors;
    private final String firstError;

    /**
     * @param now what stands
     * @param totals counters of the run
     * @param sites all sites
     * @param suppressions the user's rules
     * @param errors errors of the agent
     * @param firstError the first of them, or null
     */
    public Summary(
            Snapshot now,
            Totals totals,
            SiteTable sites,
            Suppressions suppressions,
            long errors,
            String firstError) {
        this.now = now;
        this.totals = totals;
        this.sites = sites;
        this.suppressions = suppressions;
        this.errors = errors;
        this.firstError = firstError;
    }

    /**
     * For the log.
     *
     * @param openToo whether to list sessions that are still open
     * @return several lines
     */
    public String text(boolean openToo) {
        StringBuilder text = new StringBuilder(1024);
        text.append("summary: ").append(count(now.created, "session")).append(", ");
        text.append(now.closed).append(" closed, ").append(now.open).append(" open; ");
        text.append(count(totals.count(Severity.LEAK), "leak")).append(", ");
        text.append(count(totals.count(Severity.DEFECT), "defect")).append(", ");
        text.append(count(totals.count(Severity.NOTICE), "notice"));
        for (Site site : leaking()) {
            text.append("\n  ").append(verdicts(site)).append(" at ").append(LeakText.site(site));
        }
        if (openToo) {
            open(text);
        }
        suppressed(text);
        if (sites.dropped() > 0) {
            text.append("\n  ").append(count(sites.dropped(), "session"));
            text.append(" beyond ").append(SiteTable.MAX_SITES).append(" sites not told apart");
        }
        if (totals.untracked() > 0) {
            text.append("\n  ").append(count(totals.untracked(), "session"));
            text.append(" not followed: the collector was held up, by a log nobody reads?");
        }
        if (errors > 0) {
            text.append("\n  ").append(count(errors, "error")).append(" of the agent, first: ");
            text.append(firstError);
        }
        return text.toString();
    }

    private void open(StringBuilder text) {
        int shown = 0;
        for (Snapshot.OpenSite site : now.openSites) {
            if (shown++ == SITES_SHOWN) {
                text.append("\n  and more sites with open sessions");
                return;
            }
            text.append("\n  ").append(site.sessions).append(" still open, oldest ");
            text.append(LeakText.seconds(site.oldestMillis)).append(", at ");
            text.append(LeakText.site(site.site));
        }
    }

    private void suppressed(StringBuilder text) {
        for (Map.Entry<String, Long> rule : suppressions.used().entrySet()) {
            text.append("\n  ")
                    .append(rule.getValue())
                    .append(" suppressed by ")
                    .append(rule.getKey());
        }
        for (String rule : suppressions.unused()) {
            text.append("\n  suppression never used: ").append(rule);
        }
    }

    /** Sites with findings, most first. */
    private List<Site> leaking() {
        List<Site> found = new ArrayList<>();
        for (Site site : sites.all()) {
            if (sum(site) > 0) {
                found.add(site);
            }
        }
        found.sort(Comparator.comparingLong((Site s) -> -sum(s)));
        return found.size() > SITES_SHOWN ? found.subList(0, SITES_SHOWN) : found;
    }

    private static long sum(Site site) {
        long sum = 0;
        for (long count : site.counts().values()) {
            sum += count;
        }
        return sum;
    }

    private static String verdicts(Site site) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Verdict, Long> entry : site.counts().entrySet()) {
            text.append(text.length() == 0 ? "" : ", ");
            text.append(entry.getValue()).append(' ').append(entry.getKey());
        }
        return text.toString();
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** As a JSON line of type summary. */
    public JsonLine json() {
        JsonLine line = JsonReport.line("summary");
        line.put("created", now.created).put("closed", now.closed);
        line.putCounts("leaks", names(totals.leaks()));
        line.put("defects", totals.count(Severity.DEFECT));
        line.put("notices", totals.count(Severity.NOTICE));
        line.put("suppressed", totals.suppressed()).put("open", now.open);
        line.putCounts("verdicts", names(now.verdicts));
        line.putArray("unusedSuppressions", suppressions.unused());
        line.put("agentErrors", errors).put("firstError", firstError);
        return line;
    }

    private static Map<String, Long> names(Map<Verdict, Long> counts) {
        Map<String, Long> names = new LinkedHashMap<>();
        for (Map.Entry<Verdict, Long> entry : counts.entrySet()) {
            names.put(entry.getKey().name(), entry.getValue());
        }
        return names;
    }
}

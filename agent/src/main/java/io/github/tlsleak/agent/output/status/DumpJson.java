package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.collect.ConnectionCounts;
import io.github.tlsleak.agent.collect.Connections;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.schema.DumpFields;
import io.github.tlsleak.common.schema.FindingFields;
import io.github.tlsleak.common.schema.MetaFields;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.schema.SiteFields;
import io.github.tlsleak.common.schema.SummaryFields;
import io.github.tlsleak.common.text.IsoTime;
import io.github.tlsleak.common.verdict.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The reply to the command {@code dump --format json}: one document. Stateless, thread-safe. */
public final class DumpJson {

    private DumpJson() {}

    /**
     * Writes the findings so far.
     *
     * @param facts the state of the agent
     * @param standing the findings and counts
     * @param openToo whether to list open sessions
     * @return one JSON object with each site on a line of its own, and a line feed
     */
    public static String of(AgentStatus facts, TrackingState standing, boolean openToo) {
        JsonLine json = head(facts, standing);
        List<SiteCounts> found = SiteCounts.of(standing.sites);
        List<String> sites = new ArrayList<>();
        for (SiteCounts f : found.subList(0, Math.min(DumpText.MAX_SITES, found.size()))) {
            JsonLine site =
                    lines(site(f.site), f.site.lines())
                            .putCounts(SummaryFields.VERDICTS, f.verdicts());
            sites.add(stack(site, f.site).toString());
        }
        putList(json, DumpFields.SITES, sites, found.size());
        if (openToo) {
            List<Snapshot.OpenSite> all = standing.now.openSites;
            List<String> open = new ArrayList<>();
            for (Snapshot.OpenSite s : all.subList(0, Math.min(DumpText.MAX_SITES, all.size()))) {
                open.add(open(s).toString());
            }
            putList(json, DumpFields.OPEN_SITES, open, all.size());
            Connections connections = standing.now.connections;
            if (connections != null) {
                json.put(DumpFields.CONNECTIONS_PROBLEM, connections.problem());
            }
        }
        json.put(DumpFields.WHO_HOLDS, DumpText.whoHolds(facts, standing, found, openToo));
        return json + "\n";
    }

    private static JsonLine head(AgentStatus facts, TrackingState s) {
        JsonLine json = new JsonLine().put(MetaFields.AGENT, facts.version);
        if (facts.pid > 0) {
            json.put(MetaFields.PID, facts.pid);
        }
        json.put(MetaFields.MODE, facts.mode);
        json.put(MetaFields.STARTED, IsoTime.of(facts.startedMillis));
        json.putTexts(MetaFields.LABELS, facts.labels.asMap());
        json.put(ReportSchema.TIME, IsoTime.of(facts.timeMillis));
        BalanceText.put(json, s.now);
        json.putCounts(SummaryFields.LEAKS, SiteCounts.names(s.totals.leaks()));
        json.put(SummaryFields.DEFECTS, s.totals.count(Severity.DEFECT));
        json.put(SummaryFields.NOTICES, s.totals.count(Severity.NOTICE));
        json.put(ReportSchema.KNOWN, s.totals.knownFindings());
        json.put(SummaryFields.SUPPRESSED, s.totals.suppressed());
        json.putCounts(DumpFields.USED_SUPPRESSIONS, s.suppressions.used());
        json.putArray(SummaryFields.UNUSED_SUPPRESSIONS, s.suppressions.unused());
        json.putRaw(SummaryFields.KNOWN_BEHAVIOURS, KnownCounts.json(s.totals.known()));
        json.putCounts(SummaryFields.BASELINE, BaselineCounts.of(s.sites).json());
        return json.put(SummaryFields.AGENT_ERRORS, facts.errors)
                .put(SummaryFields.FIRST_ERROR, facts.firstError);
    }

    /** One element a line. Elements beyond the bound are counted. */
    private static void putList(JsonLine json, String name, List<String> objects, int all) {
        String lines = objects.isEmpty() ? "[]" : "[\n" + String.join(",\n", objects) + "\n]";
        json.putRaw(name, lines);
        if (all > objects.size()) {
            json.put(name + DumpFields.LEFT_OUT, all - objects.size());
        }
    }

    private static JsonLine open(Snapshot.OpenSite s) {
        JsonLine json = lines(site(s.site), s.lines()).put(ReportSchema.SESSIONS, s.sessions);
        json.put(DumpFields.OLDEST, s.oldestMillis).put(DumpFields.YOUNGEST, s.youngestMillis);
        ConnectionCounts counts = s.connections;
        if (counts != null) {
            json.putCounts(DumpFields.CONNECTIONS, ConnectionText.json(counts));
        }
        return stack(json, s.site);
    }

    private static JsonLine lines(JsonLine json, Collection<String> lines) {
        return lines.size() < 2 ? json : json.putArray(DumpFields.LINES, new ArrayList<>(lines));
    }

    private static JsonLine site(Site site) {
        JsonLine json = new JsonLine().put(ReportSchema.SITE, site.fingerprint());
        json.put(ReportSchema.FRAME, site.frame());
        if (site.frame() == null) {
            json.put(ReportSchema.HEADLINE, site.headline());
        }
        json.put(FindingFields.PIPELINE, site.pipeline());
        json.put(ReportSchema.OWNER, site.owner().json());
        return site.isNew() ? json.put(SiteFields.NEW, true) : json;
    }

    /** The stack of the allocation or, for adopted sessions, of the first event. */
    private static JsonLine stack(JsonLine json, Site site) {
        return json.putArray(
                site.isFirstUse() ? ReportSchema.SEEN : SiteFields.STACK, site.stack());
    }
}

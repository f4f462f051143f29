package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.output.file.JsonLine;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Snapshot;
import io.github.tlsleak.common.verdict.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The answer to the command {@code dump --format json}: one document. Stateless. */
public final class DumpJson {

    private DumpJson() {}

    /**
     * Says what has leaked so far.
     *
     * @param facts what the agent says of itself
     * @param standing what it has found
     * @param openToo whether to list open sessions
     * @return one JSON object with each site on a line of its own, and a line feed
     */
    public static String of(AgentStatus facts, TrackingState standing, boolean openToo) {
        JsonLine json = head(facts, standing);
        List<SiteCounts> found = SiteCounts.of(standing.sites);
        List<String> sites = new ArrayList<>();
        for (SiteCounts f : found.subList(0, Math.min(DumpText.MAX_SITES, found.size()))) {
            JsonLine site = site(f.site).putCounts("verdicts", f.verdicts());
            sites.add(stack(site, f.site).toString());
        }
        putList(json, "sites", sites, found.size());
        if (openToo) {
            List<Snapshot.OpenSite> all = standing.now.openSites;
            List<String> open = new ArrayList<>();
            for (Snapshot.OpenSite s : all.subList(0, Math.min(DumpText.MAX_SITES, all.size()))) {
                open.add(open(s).toString());
            }
            putList(json, "openSites", open, all.size());
        }
        return json + "\n";
    }

    private static JsonLine head(AgentStatus facts, TrackingState s) {
        JsonLine json = new JsonLine().put("agent", facts.version);
        if (facts.pid > 0) {
            json.put("pid", facts.pid);
        }
        json.put("mode", facts.mode);
        json.put("started", Instant.ofEpochMilli(facts.startedMillis).toString());
        json.put("time", Instant.ofEpochMilli(facts.timeMillis).toString());
        BalanceText.put(json, s.now);
        json.putCounts("leaks", SiteCounts.names(s.totals.leaks()));
        json.put("defects", s.totals.count(Severity.DEFECT));
        json.put("notices", s.totals.count(Severity.NOTICE));
        json.put("known", s.totals.knownFindings());
        json.put("suppressed", s.totals.suppressed());
        json.putCounts("usedSuppressions", s.suppressions.used());
        json.putArray("unusedSuppressions", s.suppressions.unused());
        json.putRaw("knownBehaviours", KnownCounts.json(s.totals.known()));
        json.putCounts("baseline", BaselineCounts.of(s.sites).json());
        return json.put("agentErrors", facts.errors).put("firstError", facts.firstError);
    }

    /** One element a line; what is beyond the bound is counted. */
    private static void putList(JsonLine json, String name, List<String> objects, int all) {
        String lines = objects.isEmpty() ? "[]" : "[\n" + String.join(",\n", objects) + "\n]";
        json.putRaw(name, lines);
        if (all > objects.size()) {
            json.put(name + "LeftOut", all - objects.size());
        }
    }

    private static JsonLine open(Snapshot.OpenSite s) {
        JsonLine json = site(s.site).put("sessions", s.sessions);
        json.put("oldestMillis", s.oldestMillis).put("youngestMillis", s.youngestMillis);
        return stack(json, s.site);
    }

    private static JsonLine site(Site site) {
        JsonLine json = new JsonLine().put("site", site.fingerprint());
        json.put("frame", site.frame()).put("owner", site.owner().json());
        return site.isNew() ? json.put("new", true) : json;
    }

    /** Where nobody saw the allocation, the stack is that of the first event. */
    private static JsonLine stack(JsonLine json, Site site) {
        return json.putArray(site.isSeen() ? "seen" : "stack", site.stack());
    }
}

package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.collect.ConnectionCounts;
import io.github.tlsleak.agent.collect.Connections;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.output.SiteDescription;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.rules.WhoHolds;
import io.github.tlsleak.common.text.Durations;
import io.github.tlsleak.common.text.IsoTime;
import io.github.tlsleak.common.text.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reply to the command {@code dump} in words. Used by one thread. */
public final class DumpText {

    /** The most sites listed of each kind. More sites usually have one common cause. */
    static final int MAX_SITES = 1_000;

    private final StringBuilder out = new StringBuilder(8192);

    private DumpText() {}

    /**
     * Writes the findings so far.
     *
     * @param facts the state of the agent
     * @param standing the findings and counts
     * @param openToo whether to list open sessions
     * @return lines, each with a line feed
     */
    public static String of(AgentStatus facts, TrackingState standing, boolean openToo) {
        DumpText text = new DumpText();
        text.head(facts, standing);
        List<SiteCounts> found = SiteCounts.of(standing.sites);
        text.found(found);
        if (openToo) {
            text.open(standing.now.openSites);
            text.note(standing.now.connections);
        }
        text.whoHolds(whoHolds(facts, standing, found, openToo));
        return text.out.toString();
    }

    private void head(AgentStatus facts, TrackingState standing) {
        line(
                "tlsleak "
                        + facts.version
                        + (facts.pid > 0 ? " in process " + facts.pid : "")
                        + " at "
                        + IsoTime.of(facts.timeMillis)
                        + " ("
                        + facts.mode
                        + ", up "
                        + Durations.twoUnits(facts.uptimeMillis())
                        + ")");
        if (!facts.labels.isEmpty()) {
            line("labels " + facts.labels);
        }
        if (facts.waiting) {
            line("TLS has not come into use yet");
        }
        line(CountsText.all(standing));
        for (String sum : CountsText.sums(standing)) {
            line("  " + sum);
        }
        for (String remark : CountsText.remarks(standing)) {
            line("  " + remark);
        }
        if (facts.errors > 0) {
            line("  " + CountsText.errors(facts.errors, facts.firstError));
        }
    }

    private void found(List<SiteCounts> found) {
        for (SiteCounts f : found.subList(0, Math.min(MAX_SITES, found.size()))) {
            line("");
            line(f.text());
            stack(f.site);
        }
        leftOut(found.size(), "with findings");
    }

    private void open(List<Snapshot.OpenSite> sites) {
        for (Snapshot.OpenSite s : sites.subList(0, Math.min(MAX_SITES, sites.size()))) {
            line("");
            line(
                    s.sessions
                            + " open, oldest "
                            + Durations.seconds(s.oldestMillis)
                            + ", youngest "
                            + Durations.seconds(s.youngestMillis)
                            + ", at "
                            + SiteDescription.of(s.site, s.lines()));
            connections(s.connections);
            stack(s.site);
        }
        leftOut(sites.size(), "with open sessions");
    }

    private void connections(@Nullable ConnectionCounts counts) {
        if (counts != null) {
            line("  connections: " + ConnectionText.of(counts));
        }
    }

    /** Says why no states are known, where they should be. */
    private void note(@Nullable Connections connections) {
        String problem = connections == null ? null : connections.problem();
        if (problem != null) {
            line("");
            line("states of connections are not known: " + problem);
        }
    }

    /** The command that tells who holds what is alive; null if nothing listed is. */
    static @Nullable String whoHolds(
            AgentStatus facts, TrackingState standing, List<SiteCounts> found, boolean openToo) {
        boolean asked = openToo && !standing.now.openSites.isEmpty();
        for (SiteCounts f : found) {
            asked |= f.isHeld();
        }
        return asked ? WhoHolds.command(facts.pid) : null;
    }

    private void whoHolds(@Nullable String command) {
        if (command != null) {
            line("");
            line(WhoHolds.LABEL + ": " + command);
        }
    }

    private void leftOut(int sites, String kind) {
        if (sites > MAX_SITES) {
            line("");
            line(PlainText.count(sites - MAX_SITES, "more site") + " " + kind + " not listed");
        }
    }

    private void stack(Site site) {
        String pipeline = site.pipeline();
        if (pipeline != null) {
            line("  pipeline: " + pipeline);
        }
        StringBuilder text = new StringBuilder();
        SiteDescription.stack(text, site.first());
        for (String line : text.substring(1).split("\n", -1)) {
            line(line);
        }
    }

    private void line(String text) {
        out.append(PlainText.printable(text)).append('\n');
    }
}

package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.agent.track.Totals;
import io.github.tlsleak.common.rules.Suppressions;

/** A snapshot of the live sessions, and the counters of the run. Thread-safe. */
public final class TrackingState {

    public final Snapshot now;
    public final Totals totals;
    public final SiteTable sites;
    final Suppressions suppressions;

    /**
     * @param now the live sessions
     * @param totals counters of the run
     * @param sites all sites
     * @param suppressions the user's rules
     */
    public TrackingState(Snapshot now, Totals totals, SiteTable sites, Suppressions suppressions) {
        this.now = now;
        this.totals = totals;
        this.sites = sites;
        this.suppressions = suppressions;
    }
}

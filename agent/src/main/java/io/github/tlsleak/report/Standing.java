package io.github.tlsleak.report;

import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.track.Registry;
import io.github.tlsleak.track.Settings;
import io.github.tlsleak.track.SiteTable;
import io.github.tlsleak.track.Snapshot;
import io.github.tlsleak.track.StackSource;
import io.github.tlsleak.track.Totals;
import java.util.Collections;

/** How things stand: a snapshot, and the counters that led there. Thread-safe. */
public final class Standing {

    final Snapshot now;
    final Totals totals;
    final SiteTable sites;
    final Suppressions suppressions;

    /**
     * @param now what stands
     * @param totals counters of the run
     * @param sites all sites
     * @param suppressions the user's rules
     */
    public Standing(Snapshot now, Totals totals, SiteTable sites, Suppressions suppressions) {
        this.now = now;
        this.totals = totals;
        this.sites = sites;
        this.suppressions = suppressions;
    }

    /** That of an agent which has seen nothing yet. */
    public static Standing nothing() {
        SiteTable sites = new SiteTable(new Attribution(Collections.<String>emptyList()));
        Registry registry = new Registry(new Settings(), sites, StackSource.plain());
        Totals totals = registry.totals();
        return new Standing(Snapshot.of(registry), totals, sites, Suppressions.none());
    }
}

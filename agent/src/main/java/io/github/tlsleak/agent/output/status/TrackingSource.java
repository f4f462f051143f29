package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.rules.Suppressions;
import java.util.function.Supplier;

/** Takes the state of all sessions at this moment. Thread-safe. */
public final class TrackingSource implements Supplier<TrackingState> {

    private final Tracker tracker;
    private final SiteTable sites;
    private final Suppressions suppressions;

    public TrackingSource(Tracker tracker, SiteTable sites, Suppressions suppressions) {
        this.tracker = tracker;
        this.sites = sites;
        this.suppressions = suppressions;
    }

    @Override
    public TrackingState get() {
        return new TrackingState(Snapshot.of(tracker), tracker.totals(), sites, suppressions);
    }
}

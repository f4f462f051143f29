package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.collect.ConnectionStates;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.rules.Suppressions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes the state of all sessions at this moment. Thread-safe. */
public final class TrackingSource implements Supplier<TrackingState> {

    private final Tracker tracker;
    private final SiteTable sites;
    private final Suppressions suppressions;
    private final ConnectionStates connections;

    public TrackingSource(
            Tracker tracker,
            SiteTable sites,
            Suppressions suppressions,
            ConnectionStates connections) {
        this.tracker = tracker;
        this.sites = sites;
        this.suppressions = suppressions;
        this.connections = connections;
    }

    @Override
    public TrackingState get() {
        return state(Snapshot.of(tracker));
    }

    /** The same, with the states of the open sessions' TCP connections. */
    public TrackingState withConnections() {
        return state(connections.snapshot());
    }

    /** Why the states of TCP connections were not known at the last look; null if they were. */
    public @Nullable String connectionsProblem() {
        return connections.problem();
    }

    private TrackingState state(Snapshot now) {
        return new TrackingState(now, tracker.totals(), sites, suppressions);
    }
}

package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.rules.Suppressions;
import java.util.List;

/** Summaries of what a test has made happen. Stateless. */
public final class Summaries {

    private Summaries() {}

    public static Summary of(Tracking tracking) {
        return of(tracking, Suppressions.none(), 0, null);
    }

    static Summary of(Tracking tracking, Suppressions suppressions, long errors, String first) {
        return new Summary(standing(tracking, suppressions), errors, first, List.of());
    }

    static TrackingState standing(Tracking tracking, Suppressions suppressions) {
        return new TrackingState(
                Snapshot.of(tracking.tracker),
                tracking.tracker.totals(),
                tracking.sites,
                suppressions);
    }
}

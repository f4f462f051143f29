package io.github.tlsleak.agent.output.metrics;

import io.github.tlsleak.agent.collect.LiveCounts;
import io.github.tlsleak.agent.output.status.TrackingState;
import io.github.tlsleak.common.verdict.Verdict;

/** What {@link Metric}s are read from, at one moment. Immutable. */
public final class MetricValues {

    /** The state of all sessions, and the totals. */
    public final TrackingState state;

    final LiveCounts live;
    final long opened;
    final long closed;
    final long descriptorsLimit;
    final long errors;

    MetricValues(
            TrackingState state,
            LiveCounts live,
            long opened,
            long closed,
            long descriptorsLimit,
            long errors) {
        this.state = state;
        this.live = live;
        this.opened = opened;
        this.closed = closed;
        this.descriptorsLimit = descriptorsLimit;
        this.errors = errors;
    }

    long atRisk() {
        return live.reported(Verdict.STUCK)
                + live.reported(Verdict.PEER_CLOSED)
                + live.reported(Verdict.FAILED)
                + live.reported(Verdict.CLOSE_BLOCKED);
    }
}

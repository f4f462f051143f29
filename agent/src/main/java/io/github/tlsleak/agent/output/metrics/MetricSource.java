package io.github.tlsleak.agent.output.metrics;

import io.github.tlsleak.agent.collect.LiveCounts;
import io.github.tlsleak.agent.output.status.TrackingState;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.OpenFilesLimit;
import io.github.tlsleak.agent.provider.SessionCache;
import io.github.tlsleak.agent.track.Tracker;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Takes the numbers of this moment. Does nothing between two calls, and loads most of its classes
 * with the first one. Thread-safe.
 */
public final class MetricSource implements Supplier<MetricValues> {

    private final Tracker tracker;
    private final SessionCache.Reader caches;
    private final Supplier<TrackingState> tracking;
    private final AgentErrors errors;

    /** The most there ever were: what monitors counters takes one that falls for a new one. */
    private final AtomicLong opened = new AtomicLong();

    private final AtomicLong closed = new AtomicLong();

    /**
     * @param tracker where records are kept
     * @param caches reads the session caches of contexts
     * @param tracking the state of all sessions now
     * @param errors of the agent
     */
    public MetricSource(
            Tracker tracker,
            SessionCache.Reader caches,
            Supplier<TrackingState> tracking,
            AgentErrors errors) {
        this.tracker = tracker;
        this.caches = caches;
        this.tracking = tracking;
        this.errors = errors;
    }

    @Override
    public MetricValues get() {
        TrackingState state = tracking.get();
        return new MetricValues(
                state,
                LiveCounts.of(tracker, caches),
                most(opened, state.now.balance.sessions),
                most(closed, state.now.closed),
                OpenFilesLimit.ofThisProcess().read(),
                errors.count());
    }

    /** A wrapper and its delegate are two sessions until they turn out to be one. */
    private static long most(AtomicLong before, long now) {
        return before.updateAndGet(most -> Math.max(most, now));
    }
}

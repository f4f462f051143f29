package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.provider.ProviderClasses;
import io.github.tlsleak.agent.track.Tracker;

/** What hooks ask often and what seldom changes. Thread-safe. */
public final class ObservationPolicy {

    private final Tracker tracker;
    private final Coverage coverage;

    /** 0 not known, 1 yes, 2 no. */
    private volatile int transport;

    public ObservationPolicy(Tracker tracker, Coverage coverage) {
        this.tracker = tracker;
        this.coverage = coverage;
    }

    /** Whether the current thread works for the agent itself: what it makes is not followed. */
    boolean isOwn() {
        return tracker.own.isMaking();
    }

    boolean adopts() {
        return tracker.isAdopting();
    }

    boolean wantsActivity() {
        return tracker.isWatchingActivity();
    }

    /** Whether a class is SunJSSE's with the internals hooks know: 8u261 and newer. */
    boolean isPrecise(Class<?> type) {
        if (!ProviderClasses.isSunJsse(type)) {
            return false;
        }
        if (transport == 0) {
            String name = "sun/security/ssl/TransportContext.class";
            transport = ClassLoader.getSystemResource(name) != null ? 1 : 2;
        }
        return transport == 1 && !coverage.sunLost();
    }

    /** Whether its engines hold native memory, and it is seen where they give that back. */
    boolean holdsMemory(Class<?> type) {
        String holder = ProviderClasses.memoryHolder(type);
        return holder != null && !coverage.isLost(holder);
    }
}

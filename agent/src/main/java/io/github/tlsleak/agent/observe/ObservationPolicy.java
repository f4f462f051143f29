package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.instrument.Installer;
import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import io.github.tlsleak.agent.provider.ProviderClasses;
import io.github.tlsleak.agent.track.Tracker;

/** What hooks ask often and what seldom changes. Thread-safe. */
public final class ObservationPolicy {

    private final Tracker tracker;
    private final Coverage coverage;
    private final Installer installer;

    public ObservationPolicy(Tracker tracker, Coverage coverage, Installer installer) {
        this.tracker = tracker;
        this.coverage = coverage;
        this.installer = installer;
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
        return ProviderClasses.isSunJsse(type)
                && installer.exists(JdkClasses.SUN_TRANSPORT)
                && !coverage.sunLost();
    }

    /** Whether its engines hold native memory, and it is seen where they give that back. */
    boolean holdsMemory(Class<?> type) {
        String holder = ProviderClasses.memoryHolder(type);
        return holder != null && !coverage.isLost(holder);
    }
}

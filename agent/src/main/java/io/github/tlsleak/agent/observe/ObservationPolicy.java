package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.instrument.CoverageLog;
import io.github.tlsleak.agent.instrument.access.SunState;
import io.github.tlsleak.agent.provider.NativeMemory;
import io.github.tlsleak.agent.track.Settings;

/** What hooks ask often and what seldom changes. Thread-safe. */
public final class ObservationPolicy {

    private final Settings settings;
    private final CoverageLog coverage;

    /** 0 not known, 1 yes, 2 no. */
    private volatile int transport;

    public ObservationPolicy(Settings settings, CoverageLog coverage) {
        this.settings = settings;
        this.coverage = coverage;
    }

    boolean adopts() {
        return settings.adopting;
    }

    boolean wantsActivity() {
        return settings.thresholdMillis > 0 || settings.adopting;
    }

    /** Whether a class is SunJSSE's with the internals hooks know: 8u261 and newer. */
    boolean isPrecise(Class<?> type) {
        if (!SunState.isSun(type)) {
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
        String holder = NativeMemory.holder(type);
        return holder != null && !coverage.isLost(holder);
    }
}

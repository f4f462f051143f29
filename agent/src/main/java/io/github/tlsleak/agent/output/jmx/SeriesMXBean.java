package io.github.tlsleak.agent.output.jmx;

import org.jspecify.annotations.Nullable;

/**
 * Findings of one verdict, severity, owner, resource and site, which its name shows: {@code
 * io.github.tlsleak:type=Findings,verdict=LOST,severity=leak,...}. Thread-safe.
 */
public interface SeriesMXBean {

    /** How many there were so far. */
    long getCount();

    /** The frame of the first one; null for sites that are not told apart, and without stacks. */
    @Nullable String getFrame();
}

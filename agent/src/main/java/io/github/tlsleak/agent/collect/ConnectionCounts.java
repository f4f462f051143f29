package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.process.TcpState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many of a site's open sessions have connections in which state. Used by one thread. */
public final class ConnectionCounts {

    private final Map<TcpState, Long> counts = new EnumMap<>(TcpState.class);
    private long notLookedAt;

    void add(TcpState state) {
        counts.merge(state, 1L, Long::sum);
    }

    /** One more session that was beyond the bound. */
    void leaveOut() {
        notLookedAt++;
    }

    /** Numbers of 1 and more by state, in the order of the states. */
    public Map<TcpState, Long> byState() {
        return Collections.unmodifiableMap(counts);
    }

    /** How many sessions were not looked at, 0 or more: a snapshot looks at a limited number. */
    public long notLookedAt() {
        return notLookedAt;
    }
}

package io.github.tlsleak.cli.heap.model;

import io.github.tlsleak.cli.report.model.TopCounts;

/** How many sessions of one class there are, in which states. Used by one thread. */
public final class KindCount {

    private static final int MOST_STATES = 20;

    private final String kind;
    private final String className;
    private final String provider;
    private final TopCounts states = new TopCounts(MOST_STATES);
    private long count;
    private long shallowBytes;
    private long heldBytes;

    KindCount(String kind, String className, String provider) {
        this.kind = kind;
        this.className = className;
        this.provider = provider;
    }

    void add(String state, long shallow, long held) {
        count++;
        states.add(state);
        shallowBytes += shallow;
        heldBytes += held;
    }

    /** {@code SSLSocket}, {@code SSLEngine} or {@code SSLServerSocket}. */
    public String kind() {
        return kind;
    }

    public String className() {
        return className;
    }

    /** Such as {@code SunJSSE}, or {@code unknown provider}. */
    public String provider() {
        return provider;
    }

    public long count() {
        return count;
    }

    public TopCounts states() {
        return states;
    }

    /** Bytes of the objects alone. */
    public long shallowBytes() {
        return shallowBytes;
    }

    /** Bytes of the objects and of what only they hold: buffers, keys, certificates. */
    public long heldBytes() {
        return heldBytes;
    }
}

package io.github.tlsleak.agent.process;

import org.jspecify.annotations.Nullable;

/**
 * The TCP connections of the network namespace at one moment: a hash table without objects.
 * Immutable once it is built, thread-safe then.
 */
public final class TcpTable {

    private static final int PORTS = 1 << 16;
    private static final TcpState[] STATES = TcpState.values();

    /** What is known where there is no table. */
    public static final TcpTable NONE = new TcpTable("");

    private final @Nullable String problem;

    /** By open addressing; 0 is a free slot. */
    private long[] keys;

    /** Ordinals of {@link TcpState}. */
    private byte[] states;

    /** When a connection in CLOSE_WAIT was first seen in it, milliseconds; else 0. */
    private long[] since;

    private final long[] localPorts;
    private final long[] listening;
    private int size;
    private int closeWaits;
    private boolean complete = true;

    TcpTable() {
        this(null, 1 << 10, PORTS / Long.SIZE);
    }

    /** A table of which nothing is known. */
    TcpTable(String problem) {
        this(problem, 1, 0);
    }

    private TcpTable(@Nullable String problem, int slots, int ports) {
        this.problem = problem;
        keys = new long[slots];
        states = new byte[slots];
        since = new long[slots];
        localPorts = new long[ports];
        listening = new long[ports];
    }

    /** Whether there is a table; else each state is {@link TcpState#UNKNOWN}. */
    public boolean isKnown() {
        return problem == null;
    }

    /** Why there is no table, in a few words; null if there is one, or if none was expected. */
    public @Nullable String problem() {
        return problem == null || problem.isEmpty() ? null : problem;
    }

    /** How many connections their peers have closed and this side has not, whosoever's. */
    public int closeWaits() {
        return closeWaits;
    }

    /** How many connections it holds. */
    int size() {
        return size;
    }

    /**
     * The state of a connection.
     *
     * @param endpoint null if it is not known
     * @return {@link TcpState#UNKNOWN} also if two connections in different states answer to it, or
     *     if a connection of the same local port may be meant
     */
    public TcpState state(@Nullable TcpEndpoint endpoint) {
        if (problem != null || endpoint == null) {
            return TcpState.UNKNOWN;
        }
        int slot = slot(endpoint.key);
        if (keys[slot] != 0) {
            return STATES[states[slot]];
        }
        // load balancers inside the kernel connect to another address than the program asked for
        boolean another =
                has(localPorts, endpoint.localPort) && !has(listening, endpoint.localPort);
        return complete && !another ? TcpState.GONE : TcpState.UNKNOWN;
    }

    /**
     * When a connection was first seen in CLOSE_WAIT.
     *
     * @return as {@link #finish} was told, or -1 if it is not in that state
     */
    public long closeWaitSince(@Nullable TcpEndpoint endpoint) {
        return state(endpoint) == TcpState.CLOSE_WAIT && endpoint != null
                ? since[slot(endpoint.key)]
                : -1;
    }

    /** Adds a connection; while the table is built. */
    void add(int localPort, long key, TcpState state) {
        set(localPorts, localPort);
        int slot = slot(key);
        if (keys[slot] != 0) {
            if (states[slot] != state.ordinal()) {
                states[slot] = (byte) TcpState.UNKNOWN.ordinal();
            }
            return;
        }
        keys[slot] = key;
        states[slot] = (byte) state.ordinal();
        if (++size > keys.length / 2) {
            grow();
        }
    }

    /** A socket that waits for connections; while the table is built. */
    void addListening(int localPort) {
        set(listening, localPort);
    }

    /** A line could not be read: what is missing may have stood there. */
    void incomplete() {
        complete = false;
    }

    /**
     * The table is built.
     *
     * @param before the table before this one
     * @param now milliseconds of any clock
     */
    void finish(TcpTable before, long now) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && states[i] == TcpState.CLOSE_WAIT.ordinal()) {
                closeWaits++;
                int old = before.slot(keys[i]);
                boolean stays =
                        before.keys[old] != 0
                                && before.states[old] == TcpState.CLOSE_WAIT.ordinal();
                since[i] = stays ? before.since[old] : now;
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) TcpEndpoint.mix(key) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[] oldStates = states;
        keys = new long[oldKeys.length * 2];
        states = new byte[keys.length];
        since = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                states[slot] = oldStates[i];
            }
        }
    }

    private static void set(long[] bits, int port) {
        bits[port >> 6] |= 1L << port;
    }

    private static boolean has(long[] bits, int port) {
        return (bits[port >> 6] & 1L << port) != 0;
    }
}

package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.process.Endpoints;
import io.github.tlsleak.agent.process.TcpTable;
import io.github.tlsleak.agent.process.TcpTables;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Tracker;
import org.jspecify.annotations.Nullable;

/**
 * Asks the operating system for the TCP connections of this process, and not more often than that
 * is cheap. Thread-safe; its lock is held while a table is read, so no thread of the application
 * may call it.
 */
public final class ConnectionStates {

    /** The share of one thread's time that goes into {@link #recent}: 1 in so many. */
    private static final int PACE = 100;

    private final Tracker tracker;
    private final Endpoints endpoints;
    private final TcpTables tables;

    /** The last table that was known. */
    private TcpTable known = TcpTable.NONE;

    private volatile @Nullable Connections last;
    private long notBefore;

    /**
     * @param tracker where records are kept
     * @param endpoints finds the connection of a transport
     * @param tables of the operating system
     */
    public ConnectionStates(Tracker tracker, Endpoints endpoints, TcpTables tables) {
        this.tracker = tracker;
        this.endpoints = endpoints;
        this.tables = tables;
    }

    /**
     * The connections at this moment or a short time ago. It is for regular looks: reading takes
     * one hundredth of the time at most.
     */
    public synchronized Connections recent() {
        Connections current = last;
        return current == null || System.nanoTime() - notBefore >= 0 ? now() : current;
    }

    /** Why nothing was known at the last look; null if there was none. It waits for no lock. */
    public @Nullable String problem() {
        Connections current = last;
        return current == null ? null : current.problem();
    }

    /** A snapshot with the connections at this moment. */
    public Snapshot snapshot() {
        return Snapshot.of(tracker, now());
    }

    /** The connections at this moment. It is for looks that a user asks for. */
    public synchronized Connections now() {
        long begin = System.nanoTime();
        long millis = MonotonicClock.millis();
        TcpTable table = tables.read(known, millis);
        if (table.isKnown()) {
            known = table;
        }
        Connections connections = new Connections(table, millis, endpoints, tracker);
        long end = System.nanoTime();
        notBefore = end + PACE * (end - begin);
        last = connections;
        return connections;
    }
}

package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.process.Endpoints;
import io.github.tlsleak.agent.process.TcpTable;
import io.github.tlsleak.agent.process.TcpTables;
import io.github.tlsleak.agent.track.MonotonicClock;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the operating system for the TCP connections of this process, and not more often than that
 * is cheap. Thread-safe; its lock is held while a table is read, so no thread of the application
 * may call it.
 */
public final class ConnectionStates {

    /** The share of one thread's time that goes into {@link #recent}: 1 in so many. */
    private static final int PACE = 100;

    /** Time that may be spent at once: a small table is read at each look. */
    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Tracker tracker;
    private final Endpoints endpoints;
    private final TcpTables tables;

    /** The last table that was known. */
    private TcpTable known = TcpTable.NONE;

    private volatile @Nullable Connections last;

    /** Time that may be spent now; below 0 after a read that took longer. */
    private long credit = BURST_NANOS;

    private long creditAt = System.nanoTime();

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
     * The connections at this moment or a short time ago. It is for regular looks: in the long run
     * reading takes one hundredth of the time at most.
     */
    public synchronized Connections recent() {
        Connections current = last;
        long time = System.nanoTime();
        credit = Math.min(BURST_NANOS, credit + (time - creditAt) / PACE);
        creditAt = time;
        if (current != null && credit <= 0) {
            return current;
        }
        Connections fresh = now();
        credit -= System.nanoTime() - time;
        return fresh;
    }

    /** Why nothing was known at the last look; null if there was none. It waits for no lock. */
    public @Nullable String problem() {
        Connections current = last;
        return current == null ? null : current.problem();
    }

    /**
     * The handlers of the channel that an engine works over.
     *
     * @return null if the channel is gone, or if it is not known
     */
    @Nullable String pipeline(Session root) {
        Tracked below = root.transport();
        Object channel = below == null ? null : below.weak.get();
        return channel == null ? null : endpoints.pipeline(channel);
    }

    /**
     * Lets a session know its peer before a handshake has told it: that which its engine was made
     * for, else that of its transport.
     */
    void tellPeer(Session root) {
        if (root.peerHost != null) {
            return;
        }
        InetSocketAddress peer = peer(root);
        Tracked below = root.transport();
        if (peer == null && below != null) {
            peer = peer(below);
        }
        if (peer != null) {
            root.peerHost = peer.getHostString();
            root.peerPort(peer.getPort());
        }
    }

    private @Nullable InetSocketAddress peer(Tracked record) {
        Object object = record.weak.get();
        return object == null ? null : endpoints.peer(object);
    }

    /** A snapshot with the connections at this moment. */
    public Snapshot snapshot() {
        return Snapshot.of(tracker, now());
    }

    /** The connections at this moment. It is for looks that a user asks for. */
    public synchronized Connections now() {
        long millis = MonotonicClock.millis();
        TcpTable table = tables.read(known, millis);
        if (table.isKnown()) {
            known = table;
        }
        Connections connections = new Connections(table, millis, endpoints, tracker);
        last = connections;
        return connections;
    }
}

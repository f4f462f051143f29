package io.github.tlsleak.cli.heap.model;

import io.github.tlsleak.cli.heap.tls.DumpedCache;
import io.github.tlsleak.cli.report.model.TopCounts;

/** What the session caches of some contexts have together, of one side. Used by one thread. */
public final class CacheSum {

    private static final int MOST_VALUES = 20;
    private static final int MOST_PEERS = 1_000;

    private final String role;
    private final TopCounts limits = new TopCounts(MOST_VALUES);
    private final TopCounts timeouts = new TopCounts(MOST_VALUES);
    private final TopCounts peers = new TopCounts(MOST_PEERS);
    private long count;
    private long sessions;
    private long largest;
    private long expired;
    private long cleared;
    private long tickets;
    private long mostTickets;
    private long bytes;

    CacheSum(String role) {
        this.role = role;
    }

    void add(DumpedCache cache, long heldBytes) {
        count++;
        bytes += heldBytes;
        int here = Math.max(0, cache.size() - cache.cleared());
        sessions += here;
        largest = Math.max(largest, here);
        expired += Math.max(0, cache.expired());
        cleared += cache.cleared();
        tickets += cache.tickets();
        mostTickets = Math.max(mostTickets, cache.mostTickets());
        addIfKnown(limits, cache.limit());
        addIfKnown(timeouts, cache.timeoutSeconds());
        for (TopCounts.Entry peer : cache.peers().byCount()) {
            peers.add(peer.name, peer.count);
        }
    }

    private static void addIfKnown(TopCounts to, int number) {
        if (number != DumpedCache.UNKNOWN) {
            to.add(String.valueOf(number));
        }
    }

    /** {@code client} or {@code server}, or {@code unknown side}. */
    public String role() {
        return role;
    }

    /** How many caches there are. */
    public long count() {
        return count;
    }

    /** TLS sessions in them, expired ones too. */
    public long sessions() {
        return sessions;
    }

    /** The most sessions in one of them. */
    public long largest() {
        return largest;
    }

    /** Sessions that had expired when the dump was taken, as far as it is known. */
    public long expired() {
        return expired;
    }

    /** Entries whose session the collector has taken. */
    public long cleared() {
        return cleared;
    }

    /** Tickets of TLS 1.3 that are chained below the sessions. */
    public long tickets() {
        return tickets;
    }

    /** The most tickets below one session. */
    public long mostTickets() {
        return mostTickets;
    }

    /** Bytes of the caches and of what only they hold, softly or strongly. */
    public long bytes() {
        return bytes;
    }

    /** How many caches have which limit; 0 is none. Empty if it is not known. */
    public TopCounts limits() {
        return limits;
    }

    /** How many caches have which timeout in seconds; 0 is for ever. Empty if it is not known. */
    public TopCounts timeouts() {
        return timeouts;
    }

    /** Such as {@code db-1:5432}; hosts alone where the port is that of a client. */
    public TopCounts peers() {
        return peers;
    }
}

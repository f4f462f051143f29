package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedCollections;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.report.model.TopCounts;
import org.jspecify.annotations.Nullable;

/** Counts what is in a cache of TLS sessions. Used by one thread. */
final class CachedSessions {

    private static final int MOST_PEERS = 1_000;
    private static final long SECOND = 1000;

    int size = DumpedCache.UNKNOWN;
    int expired = DumpedCache.UNKNOWN;
    int cleared;
    int tickets;
    int mostTickets;
    final TopCounts peers = new TopCounts(MOST_PEERS);

    private final FieldTable table;
    private final long now;
    private final int timeoutSeconds;
    private final boolean isOfServer;

    /**
     * @param now when the dump was taken, milliseconds
     * @param timeoutSeconds of the cache
     * @param isOfServer whether the sessions are those of a server, with its clients
     */
    CachedSessions(FieldTable table, long now, int timeoutSeconds, boolean isOfServer) {
        this.isOfServer = isOfServer;
        this.table = table;
        this.now = now;
        this.timeoutSeconds = timeoutSeconds;
    }

    /** Counts the entries of a map of the cache. */
    CachedSessions count(DumpedObject map) {
        size = 0;
        for (DumpedCollections.Entry entry : DumpedCollections.entries(map)) {
            DumpedObject value = entry.value();
            if (value == null) {
                continue;
            }
            // some have a list of the sessions with one peer
            if (value.type().name().startsWith("java.util.")) {
                DumpedCollections.values(value).forEach(this::countEntry);
            } else {
                countEntry(value);
            }
        }
        return this;
    }

    private void countEntry(DumpedObject entry) {
        size++;
        FieldReading reading = FieldReading.of(table, entry);
        boolean isWrapped = table.hasRules(entry.type(), FieldKind.ENTRY);
        DumpedObject session = isWrapped ? reading.valueIfAny(FieldKind.ENTRY).object() : entry;
        if (session == null) {
            cleared++;
            return;
        }
        FieldReading content = FieldReading.of(table, session);
        countExpired(reading.valueIfAny(FieldKind.EXPIRES).number(), content);
        countTickets(content.valueIfAny(FieldKind.TICKETS).object());
        countPeer(SessionDetails.of(content));
    }

    /** A timeout that was changed later counts from the creation of the session. */
    private void countExpired(@Nullable Long expires, FieldReading session) {
        Long end = end(session.valueIfAny(FieldKind.CREATED).number());
        if (expires == null && end == null) {
            return;
        }
        boolean isOver = isPast(expires) || timeoutSeconds > 0 && isPast(end);
        expired = Math.max(expired, 0) + (isOver ? 1 : 0);
    }

    private @Nullable Long end(@Nullable Long created) {
        if (created == null || timeoutSeconds < 0) {
            return null;
        }
        return created + timeoutSeconds * SECOND;
    }

    private boolean isPast(@Nullable Long time) {
        return time != null && time > 0 && time < now;
    }

    private void countTickets(@Nullable DumpedObject queue) {
        int count = queue == null ? 0 : DumpedCollections.values(queue).size();
        tickets += count;
        mostTickets = Math.max(mostTickets, count);
    }

    private void countPeer(SessionDetails session) {
        // the port of a client is a random one
        String peer = isOfServer ? session.host : session.peer();
        if (peer != null) {
            peers.add(peer);
        }
    }
}

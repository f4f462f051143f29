package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.report.model.TopCounts;
import org.jspecify.annotations.Nullable;

/** What a dump tells of one cache of TLS sessions: an {@code SSLSessionContext}. Immutable. */
public final class DumpedCache {

    /** A number that the provider's fields do not tell. */
    public static final int UNKNOWN = -1;

    private final DumpedObject object;
    private final @Nullable CacheOwner owner;
    private final @Nullable String provider;
    private final CacheLimits limits;
    private final CachedSessions sessions;

    DumpedCache(
            DumpedObject object,
            @Nullable CacheOwner owner,
            @Nullable String provider,
            CacheLimits limits,
            CachedSessions sessions) {
        this.object = object;
        this.owner = owner;
        this.provider = provider;
        this.limits = limits;
        this.sessions = sessions;
    }

    /** The session context. */
    public DumpedObject object() {
        return object;
    }

    /**
     * What the cache belongs to: an {@code SSLContextSpi}, or Netty's {@code SslContext}.
     *
     * @return null if none in the dump refers to it
     */
    public @Nullable DumpedObject owner() {
        return owner == null ? null : owner.object;
    }

    /** {@code client} or {@code server}: for sessions of which side; null if not known. */
    public @Nullable String role() {
        return owner == null ? null : owner.role;
    }

    /** Null if it is not known. */
    public @Nullable String provider() {
        return provider;
    }

    /** TLS sessions in it, those that have expired among them; or {@link #UNKNOWN}. */
    public int size() {
        return sessions.size;
    }

    /** The most that it holds, 0 for any number; or {@link #UNKNOWN}. */
    public int limit() {
        return limits.limit;
    }

    /** How long a session may be resumed, 0 for ever; or {@link #UNKNOWN}. */
    public int timeoutSeconds() {
        return limits.timeoutSeconds;
    }

    /** Those that had expired when the dump was taken and are still there; or {@link #UNKNOWN}. */
    public int expired() {
        return sessions.expired;
    }

    /** Entries whose session the collector has taken: they held it softly. */
    public int cleared() {
        return sessions.cleared;
    }

    /** Tickets of TLS 1.3 that are chained below the sessions. */
    public int tickets() {
        return sessions.tickets;
    }

    /** The most tickets below one session. */
    public int mostTickets() {
        return sessions.mostTickets;
    }

    /** How many sessions are of which peer: {@code db-1:5432}, or a host if it is a client. */
    public TopCounts peers() {
        return sessions.peers;
    }

    @Override
    public String toString() {
        return object + " " + role() + " " + size() + "/" + limit() + " " + peers().text();
    }
}

package io.github.tlsleak.agent.provider;

import java.util.List;

/**
 * How full one TLS session cache of a context is: that for clients, or that for servers. Immutable.
 */
public final class SessionCache {

    /** TLS sessions in it; those that have expired may count, too. */
    public final int size;

    /** The most it holds; 0 for any number. */
    public final int limit;

    /** How long it keeps a session, seconds; 0 for ever. */
    public final int timeoutSeconds;

    public SessionCache(int size, int limit, int timeoutSeconds) {
        this.size = size;
        this.limit = limit;
        this.timeoutSeconds = timeoutSeconds;
    }

    /** Reads the caches of a context without a lock and without a call on it. Thread-safe. */
    public interface Reader {

        /**
         * The caches of a context.
         *
         * @param spi the context's implementation
         * @return empty if they are not known
         */
        List<SessionCache> caches(Object spi);
    }
}

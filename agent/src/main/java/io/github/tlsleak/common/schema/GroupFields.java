package io.github.tlsleak.common.schema;

/**
 * The fields that only lines of type {@link ReportSchema#CONTEXT} and {@link
 * ReportSchema#SESSIONS_LINE} have. Most are figures: {@link
 * io.github.tlsleak.common.verdict.Figure}. Stateless.
 */
public final class GroupFields {

    /** Number, 1 and more: contexts made at the site. */
    public static final String CONTEXTS = "contexts";

    /** Number, 0 and more: contexts or sessions that are alive. */
    public static final String LIVE = "live";

    /** Number, 0 and more: sessions that are closed or have failed, and are still reachable. */
    public static final String RETAINED = "retained";

    /** Number, 1 and more: how many more there are each minute. */
    public static final String PER_MINUTE = "perMinute";

    /**
     * Number, 0 and more: how many more there are each hour, where it is less than one a minute.
     */
    public static final String PER_HOUR = "perHour";

    /** Number, 0 and more: sessions a minute that came and went. */
    public static final String RATE = "ratePerMinute";

    /** Number, milliseconds, 0 and more: half of the sessions lived no longer. */
    public static final String MEDIAN_LIFE = "medianLifeMillis";

    /** Number, 0 to 100: how many of 100 sessions resumed an earlier one. */
    public static final String RESUMED = "resumedPercent";

    /** Number, 0 and more: TLS sessions in the cache of the context. */
    public static final String CACHED = "cached";

    /** Number, 0 and more: limit of that cache; 0 for none. */
    public static final String CACHE_LIMIT = "cacheLimit";

    /** Number, seconds, 0 and more: how long the cache keeps a session; 0 for ever. */
    public static final String CACHE_TIMEOUT = "cacheTimeoutSeconds";

    /** Object, numbers of sessions by peer: those with the most. */
    public static final String PEERS = "peers";

    /** {@code true} if what was reported before is over. */
    public static final String OVER = "over";

    private GroupFields() {}
}

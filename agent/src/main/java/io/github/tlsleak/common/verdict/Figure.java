package io.github.tlsleak.common.verdict;

import io.github.tlsleak.common.schema.GroupFields;
import io.github.tlsleak.common.schema.ReportSchema;
import org.jspecify.annotations.Nullable;

/**
 * A number that a finding on many objects has, in the order in which reports show them. Immutable,
 * thread-safe.
 */
public enum Figure {
    /** Contexts made at the site. */
    CONTEXTS(ReportedAs.sum(GroupFields.CONTEXTS, "# context", "# contexts")),
    /** TLS sessions in the cache of a context. */
    CACHED(ReportedAs.sum(GroupFields.CACHED, "# session cached", "# sessions cached")),
    /** Sessions of contexts, or sessions that came and went. */
    SESSIONS(ReportedAs.sum(ReportSchema.SESSIONS, "# session", "# sessions")),
    /** Those that are alive. */
    LIVE(ReportedAs.sum(GroupFields.LIVE, "# alive", "# alive")),
    /** Those that are closed or have failed, and are still reachable. */
    RETAINED(ReportedAs.sum(GroupFields.RETAINED, "# retained", "# retained")),
    /** How many more there are each minute. */
    PER_MINUTE(ReportedAs.sum(GroupFields.PER_MINUTE, "# more a minute", "# more a minute")),
    /** How many more there are each hour; in place of {@link #PER_MINUTE} if that is below one. */
    PER_HOUR(ReportedAs.sum(GroupFields.PER_HOUR, "# more an hour", "# more an hour")),
    /** Sessions a minute that came and went. */
    RATE(ReportedAs.sum(GroupFields.RATE, "# a minute", "# a minute")),
    /** Half of the sessions lived no longer, milliseconds. */
    MEDIAN_LIFE(ReportedAs.most(GroupFields.MEDIAN_LIFE, "median life # ms", null)),
    /** How many of 100 sessions resumed an earlier one. */
    RESUMED(ReportedAs.most(GroupFields.RESUMED, "# % resumed", null)),
    /** The limit of a cache; 0 for none. */
    CACHE_LIMIT(ReportedAs.most(GroupFields.CACHE_LIMIT, "limit #", "no limit")),
    /** How long a cache keeps a session, seconds; 0 for ever. */
    CACHE_TIMEOUT(ReportedAs.most(GroupFields.CACHE_TIMEOUT, "timeout # s", "no timeout"));

    private final ReportedAs form;

    Figure(ReportedAs form) {
        this.form = form;
    }

    /** Its field in reports. */
    public String json() {
        return form.json;
    }

    /** Such as {@code 25 contexts}. */
    public String words(long value) {
        return form.words(value);
    }

    /** The figure of several JVMs: the sum, or the largest of those that do not add up. */
    public long of(long one, long another) {
        return form.adds ? one + another : Math.max(one, another);
    }

    /** How a figure is reported. Immutable. */
    private static final class ReportedAs {
        private final String json;
        private final boolean adds;
        private final String words;
        private final String plural;
        private final @Nullable String zero;

        private ReportedAs(
                String json, boolean adds, String words, String plural, @Nullable String zero) {
            this.json = json;
            this.adds = adds;
            this.words = words;
            this.plural = plural;
            this.zero = zero;
        }

        static ReportedAs sum(String json, String one, String many) {
            return new ReportedAs(json, true, one, many, null);
        }

        static ReportedAs most(String json, String words, @Nullable String zero) {
            return new ReportedAs(json, false, words, words, zero);
        }

        String words(long value) {
            String form = value == 1 ? words : plural;
            return value == 0 && zero != null ? zero : form.replace("#", Long.toString(value));
        }
    }
}

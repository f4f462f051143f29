package io.github.tlsleak.cli.heap.format;

import io.github.tlsleak.cli.heap.model.CacheSum;
import io.github.tlsleak.cli.heap.model.ContextGroup;
import io.github.tlsleak.cli.heap.path.Holding;
import io.github.tlsleak.cli.report.model.TopCounts;
import io.github.tlsleak.common.text.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words about contexts and their session caches. Stateless. */
final class ContextText {

    private static final long MANY_CONTEXTS = 100;
    private static final long MANY_SESSIONS = 1_000;
    private static final long MANY_BYTES = 1_000_000;

    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;

    private ContextText() {}

    /** Whether something should be said of a group. A cache with a few sessions is as it should. */
    static boolean isLarge(ContextGroup group) {
        return group.holding() != Holding.NOTHING
                && (isLargeCache(group) || group.contexts() >= MANY_CONTEXTS);
    }

    /** Whether there is anything to sum: a context without a session in its caches is nothing. */
    static boolean isWorthASum(List<ContextGroup> groups) {
        return groups.stream().anyMatch(group -> isLarge(group) || group.sessions() > 0);
    }

    private static boolean isLargeCache(ContextGroup group) {
        return group.sessions() >= MANY_SESSIONS || group.bytes() >= MANY_BYTES;
    }

    /** Such as {@code 3 contexts cache 5 TLS sessions, 12 kB; 2 have expired}. */
    static String sum(List<ContextGroup> groups) {
        long contexts = 0;
        long sessions = 0;
        long expired = 0;
        long bytes = 0;
        for (ContextGroup group : groups) {
            if (group.holding() != Holding.NOTHING) {
                contexts += group.contexts();
                sessions += group.sessions();
                expired += group.expired();
                bytes += group.bytes();
            }
        }
        return noun(contexts, "context")
                + (contexts == 1 ? " caches " : " cache ")
                + noun(sessions, "TLS session")
                + ", "
                + PlainText.bytes(bytes)
                + (expired == 0 ? "" : "; " + number(expired) + " expired and still there");
    }

    static String title(ContextGroup group) {
        String type = group.className();
        return noun(group.contexts(), "context")
                + " of "
                + group.provider()
                + " with "
                + noun(group.sessions(), "TLS session")
                + ", "
                + PlainText.bytes(group.bytes())
                + " ("
                + type.substring(type.lastIndexOf('.') + 1)
                + ")";
    }

    /** Such as {@code server: 20 000 sessions, limit 20 480, timeout 24 h; peers a x9}. */
    static String cache(CacheSum cache) {
        StringBuilder text = new StringBuilder(cache.role());
        text.append(": ").append(noun(cache.sessions(), "session"));
        if (cache.count() > 1) {
            text.append(", at most ").append(number(cache.largest())).append(" in one cache");
        }
        text.append(", ").append(limits(cache));
        if (cache.expired() > 0) {
            text.append("; ").append(number(cache.expired())).append(" expired and still there");
        }
        if (cache.tickets() > 0) {
            text.append("; ").append(noun(cache.tickets(), "ticket")).append(" of TLS 1.3 below");
            text.append(" them, at most ").append(number(cache.mostTickets())).append(" below one");
        }
        return cache.peers().isEmpty()
                ? text.toString()
                : text + "; peers " + GroupTitle.counts(cache.peers());
    }

    /** What most of the caches have; the numbers are in the provider's native memory else. */
    private static String limits(CacheSum cache) {
        String limit = most(cache.limits());
        String timeout = most(cache.timeouts());
        return (limit == null ? "limit not known" : limit(Long.parseLong(limit)))
                + ", "
                + (timeout == null ? "timeout not known" : timeout(Long.parseLong(timeout)));
    }

    private static @Nullable String most(TopCounts numbers) {
        return numbers.isEmpty() ? null : numbers.byCount().get(0).name;
    }

    private static String limit(long sessions) {
        return sessions == 0 ? "no limit" : "limit " + number(sessions);
    }

    private static String timeout(long seconds) {
        if (seconds == 0) {
            return "no timeout";
        }
        if (seconds % HOUR == 0) {
            return "timeout " + number(seconds / HOUR) + " h";
        }
        boolean minutes = seconds % MINUTE == 0;
        return "timeout " + (minutes ? seconds / MINUTE + " min" : number(seconds) + " s");
    }

    /** What to do about a group that is large. */
    static String advice(ContextGroup group) {
        return group.contexts() >= MANY_CONTEXTS
                ? "what to do: share one context; a session is resumed only in the context that has"
                        + " it"
                : "to keep fewer: " + settings(group.provider());
    }

    private static String settings(String provider) {
        if (provider.equals("Netty")) {
            return "SslContextBuilder.sessionCacheSize and sessionTimeout";
        }
        String ofContext = "SSLSessionContext.setSessionCacheSize and setSessionTimeout";
        return provider.equals("SunJSSE") || provider.equals("BCJSSE")
                ? ofContext + "; for all contexts -Djavax.net.ssl.sessionCacheSize=N"
                : ofContext;
    }

    private static String noun(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return GroupTitle.number(number);
    }
}

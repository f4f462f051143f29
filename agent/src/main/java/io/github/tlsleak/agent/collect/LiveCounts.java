package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.provider.SessionCache;
import io.github.tlsleak.agent.track.Delegation;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is alive at one moment: sessions by the verdict that they are reported with, contexts, and
 * the TLS sessions in the caches of contexts. Immutable once it is made.
 */
public final class LiveCounts {

    private final SessionCache.Reader caches;
    private final Map<Verdict, Long> reported = new EnumMap<>(Verdict.class);
    private long contexts;
    private long cached;

    private LiveCounts(SessionCache.Reader caches) {
        this.caches = caches;
    }

    /**
     * Counts once through all records, without a lock.
     *
     * @param tracker where records are kept
     * @param caches reads the session caches of contexts
     */
    public static LiveCounts of(Tracker tracker, SessionCache.Reader caches) {
        LiveCounts counts = new LiveCounts(caches);
        tracker.table.each(
                record -> {
                    if (record instanceof Session) {
                        counts.add((Session) record);
                    } else if (record instanceof ContextRecord) {
                        counts.add((ContextRecord) record);
                    } else if (record instanceof ContextRecord.Alias) {
                        counts.addCaches(record);
                    }
                });
        return counts;
    }

    private void add(Session s) {
        Verdict verdict = s.reported();
        if (verdict != null
                && s.outer() == null
                && !s.is(Session.JUDGED)
                && Delegation.mayBeReachable(s)) {
            reported.merge(verdict, 1L, Long::sum);
        }
    }

    private void add(ContextRecord context) {
        contexts++;
        if (context.adopted) {
            addCaches(context);
        }
    }

    private void addCaches(Tracked record) {
        Object spi = record.weak.get();
        if (spi == null) {
            return;
        }
        for (SessionCache cache : caches.caches(spi)) {
            cached += cache.size;
        }
    }

    /** Live sessions that were reported with a verdict, and for which that is not over. */
    public long reported(Verdict verdict) {
        return reported.getOrDefault(verdict, 0L);
    }

    /** Contexts that are not collected. */
    public long contexts() {
        return contexts;
    }

    /** TLS sessions in the caches of those, as far as these can be read. */
    public long cached() {
        return cached;
    }
}

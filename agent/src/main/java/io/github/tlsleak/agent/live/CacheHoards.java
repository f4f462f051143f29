package io.github.tlsleak.agent.live;

import io.github.tlsleak.agent.collect.ContextRecord;
import io.github.tlsleak.agent.collect.FindingPublisher;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.provider.SessionCache;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reports contexts whose session cache holds very many TLS sessions. Of several contexts of one
 * site the largest cache counts. Used by the collector's thread only.
 */
final class CacheHoards {

    private static final int MAX_WATCHED = 256;

    /** So many times the limit is a defect. */
    private static final long VERY_MANY = 10;

    private final SessionCache.Reader reader;
    private final FindingPublisher publisher;
    private final Map<ContextRecord.OfSite, Watch> watched = new HashMap<>();
    private int many;

    CacheHoards(SessionCache.Reader reader, FindingPublisher publisher) {
        this.reader = reader;
        this.publisher = publisher;
    }

    /** A look begins. */
    void begin(Options options) {
        many = options.sessionCache;
        for (Watch watch : watched.values()) {
            watch.largest = null;
        }
    }

    /** Looks at the caches of one context. */
    void look(ContextRecord context, @Nullable Object spi) {
        if (spi == null) {
            return;
        }
        for (SessionCache cache : reader.caches(spi)) {
            if (cache.size > many / 2) {
                Watch watch = watched.get(context.site);
                if (watch == null && watched.size() < MAX_WATCHED) {
                    watch = new Watch();
                    watched.put(context.site, watch);
                }
                if (watch != null) {
                    watch.take(cache, context);
                }
            }
        }
    }

    /**
     * A look ends.
     *
     * @param now by the monotonic clock
     */
    void end(long now) {
        Iterator<Map.Entry<ContextRecord.OfSite, Watch>> all = watched.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<ContextRecord.OfSite, Watch> entry = all.next();
            Watch watch = entry.getValue();
            SessionCache cache = watch.largest;
            if (cache != null) {
                watch.begin(cache, now);
                judge(entry.getKey(), watch, cache, now);
            }
            if (watch.reported > 0 && (cache == null || cache.size < watch.reported / 2)) {
                SessionCache last = cache == null ? new SessionCache(0, 0, 0) : cache;
                publish(entry.getKey(), watch, GroupFinding.Phase.OVER, last, now);
                watch.reported = 0;
            }
            if (cache == null && !watch.isKnown()) {
                all.remove();
            }
        }
    }

    private void judge(ContextRecord.OfSite site, Watch watch, SessionCache cache, long now) {
        if (cache.size <= many) {
            return;
        }
        boolean defect = cache.limit == 0 || cache.size > VERY_MANY * many;
        Severity severity = defect ? Severity.DEFECT : Severity.NOTICE;
        boolean worse = severity.compareTo(watch.severity) < 0;
        if (worse || cache.size >= 2L * Math.max(many, watch.reported)) {
            GroupFinding.Phase phase = worse ? GroupFinding.Phase.NEW : GroupFinding.Phase.AGAIN;
            watch.severity = worse ? severity : watch.severity;
            publish(site, watch, phase, cache, now);
            watch.reported = cache.size;
        }
    }

    private void publish(
            ContextRecord.OfSite site,
            Watch watch,
            GroupFinding.Phase phase,
            SessionCache cache,
            long now) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.CACHED, (long) cache.size);
        figures.put(Figure.CACHE_LIMIT, (long) cache.limit);
        figures.put(Figure.CACHE_TIMEOUT, (long) cache.timeoutSeconds);
        long perMinute = watch.perMinute(cache, now);
        if (perMinute > 0) {
            figures.put(Figure.PER_MINUTE, perMinute);
        }
        publisher.publish(
                Verdict.CACHE_HOARD,
                watch.severity,
                Resource.SSL_CONTEXT,
                site.site,
                phase,
                figures,
                watch.peers);
    }

    /** The largest cache of a site's contexts. */
    private static final class Watch {
        private @Nullable SessionCache largest;
        private Map<String, Long> peers = Collections.emptyMap();

        /** The worst one reported so far; counted if there was none. */
        private Severity severity = Severity.COUNTED;

        /** How many there were when that was last reported; 0 if it never was, or is over. */
        private int reported;

        private int firstSize;
        private long firstTime = Long.MIN_VALUE;

        void take(SessionCache cache, ContextRecord context) {
            SessionCache before = largest;
            if (before == null || cache.size > before.size) {
                largest = cache;
                peers = context.peers();
            }
        }

        void begin(SessionCache cache, long now) {
            if (firstTime == Long.MIN_VALUE) {
                firstTime = now;
                firstSize = cache.size;
            }
        }

        boolean isKnown() {
            return severity != Severity.COUNTED;
        }

        /** How many more there were each minute since they were first seen to be many. */
        long perMinute(SessionCache cache, long now) {
            long millis = now - firstTime;
            return millis < 1_000 ? 0 : (cache.size - firstSize) * 60_000L / millis;
        }
    }
}

package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.judge.Judge;
import io.github.tlsleak.agent.provider.SessionCache;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Followed;
import io.github.tlsleak.agent.track.Tracked;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * {@code SSLContext}s: too many of them (churn), or ever more alive (hoard). Recording is
 * thread-safe; judging is the collector's.
 */
public final class ContextTracker {

    private final Tracker tracker;
    private final ConcurrentHashMap<Site, ContextRecord.OfSite> sites = new ConcurrentHashMap<>();
    private final AtomicBoolean changed = new AtomicBoolean();
    private volatile int epoch;

    /** Reads the session caches of contexts. */
    public final SessionCache.Reader caches;

    /**
     * @param tracker where records are kept
     * @param caches reads the session caches of contexts
     */
    public ContextTracker(Tracker tracker, SessionCache.Reader caches) {
        this.tracker = tracker;
        this.caches = caches;
    }

    /**
     * A context was made.
     *
     * @param context the context
     * @param spi its implementation, which sessions lead to
     * @param countable whether each of its sessions will be seen
     */
    public void created(Object context, @Nullable Object spi, boolean countable) {
        Site at = tracker.stacks.here(false).site(Resource.SSL_CONTEXT);
        ContextRecord.OfSite site = sites.get(at);
        if (site == null) {
            ContextRecord.OfSite fresh = new ContextRecord.OfSite(at);
            site = sites.putIfAbsent(at, fresh);
            site = site == null ? fresh : site;
        }
        site.countable = countable;
        site.contexts.incrementAndGet();
        site.live.incrementAndGet();
        ContextRecord record = new ContextRecord(context, tracker.queue, site, epoch);
        tracker.table.add(record);
        if (spi != null) {
            tracker.table.add(new ContextRecord.Alias(spi, tracker.queue, record));
        }
    }

    /**
     * A context got a session. One that is older than the agent is followed from here on, for its
     * session cache.
     *
     * @param contextOrSpi the context or its implementation
     * @param session what is known of the session
     */
    public void session(Object contextOrSpi, Followed session) {
        Tracked record = tracker.table.find(contextOrSpi);
        if (record instanceof ContextRecord) {
            ((ContextRecord) record).countSession(session.session());
        } else if (record instanceof ContextRecord.Alias) {
            ((ContextRecord.Alias) record).context.countSession(session.session());
        } else if (record == null && tracker.isAdopting()) {
            Site at = tracker.stacks.here(true).site(Resource.SSL_CONTEXT);
            tracker.table.addIfUnknown(
                    ContextRecord.adopted(contextOrSpi, tracker.queue, at), contextOrSpi);
        }
    }

    /** A collection has happened: contexts older than it that are still here are alive. */
    void collected(int newEpoch) {
        epoch = newEpoch;
        changed.set(true);
    }

    /** A context is gone. */
    void gone(ContextRecord record) {
        if (record.gone) {
            return;
        }
        record.gone = true;
        record.site.live.decrementAndGet();
        record.site.retired++;
        record.site.retiredSessions += record.sessions();
        changed.set(true);
    }

    /**
     * Publishes what is too much; at exit every context counts as one that gets no more sessions.
     */
    void judge(FindingPublisher publisher, boolean exit) {
        if (!changed.getAndSet(false) && !exit) {
            return;
        }
        for (ContextRecord.OfSite site : all()) {
            churn(site, publisher, exit);
            hoard(site, publisher);
        }
    }

    private void churn(ContextRecord.OfSite site, FindingPublisher publisher, boolean exit) {
        long contexts = exit ? site.contexts.get() : site.retired;
        long sessions = exit ? site.sessions.sum() : site.retiredSessions;
        if (!site.reportedChurn
                && site.countable
                && contexts >= tracker.options.get().contextChurn
                && sessions < 2 * contexts) {
            publish(publisher, Verdict.CONTEXT_CHURN, site, contexts, sessions, site.live.get());
            site.reportedChurn = true;
        }
    }

    private void hoard(ContextRecord.OfSite site, FindingPublisher publisher) {
        int limit = tracker.options.get().contextLive;
        if (site.reportedHoard || site.live.get() < limit) {
            return;
        }
        int survivors = survivors(site);
        if (survivors >= limit) {
            long sessions = site.countable ? site.sessions.sum() : -1;
            long made = site.contexts.get();
            publish(publisher, Verdict.CONTEXT_HOARD, site, made, sessions, survivors);
            site.reportedHoard = true;
        }
    }

    private static void publish(
            FindingPublisher publisher,
            Verdict verdict,
            ContextRecord.OfSite site,
            long contexts,
            long sessions,
            long live) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.CONTEXTS, contexts);
        if (sessions >= 0) {
            figures.put(Figure.SESSIONS, sessions);
        }
        figures.put(Figure.LIVE, live);
        publisher.publish(
                verdict,
                Judge.severity(verdict, Resource.SSL_CONTEXT, 0),
                Resource.SSL_CONTEXT,
                site.site,
                GroupFinding.Phase.NEW,
                figures,
                Collections.<String, Long>emptyMap());
    }

    private int survivors(ContextRecord.OfSite site) {
        AtomicInteger survivors = new AtomicInteger();
        tracker.table.each(
                record -> {
                    if (record instanceof ContextRecord) {
                        ContextRecord context = (ContextRecord) record;
                        if (context.site == site && context.epoch < epoch) {
                            survivors.incrementAndGet();
                        }
                    }
                });
        return survivors.get();
    }

    private Collection<ContextRecord.OfSite> all() {
        return sites.values();
    }
}

package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.site.Site;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code SSLContext}s: too many of them (churn), or ever more alive (hoard). Recording is
 * thread-safe; judging is the collector's.
 */
public final class ContextTracker {

    private final Tracker tracker;
    private final Grader grader;
    private final ConcurrentHashMap<Site, ContextSite> sites = new ConcurrentHashMap<>();
    private final AtomicBoolean changed = new AtomicBoolean();
    private volatile int epoch;

    /**
     * @param tracker where records are kept
     * @param grader knows what is suppressed
     */
    public ContextTracker(Tracker tracker, Grader grader) {
        this.tracker = tracker;
        this.grader = grader;
    }

    /**
     * A context was made.
     *
     * @param context the context
     * @param spi its implementation, which sessions lead to
     * @param countable whether each of its sessions will be seen
     */
    public void created(Object context, Object spi, boolean countable) {
        Site at = tracker.site(false);
        ContextSite site = sites.get(at);
        if (site == null) {
            ContextSite fresh = new ContextSite(at);
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
     * A context got a session.
     *
     * @param contextOrSpi the context or its implementation
     */
    public void session(Object contextOrSpi) {
        Tracked record = tracker.table.find(contextOrSpi);
        if (record instanceof ContextRecord) {
            ((ContextRecord) record).countSession();
        } else if (record instanceof ContextRecord.Alias) {
            ((ContextRecord.Alias) record).context.countSession();
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

    /** Tells what is too much; at exit every context counts as one that gets no more sessions. */
    void judge(FindingListener listener, boolean exit) {
        if (!changed.getAndSet(false) && !exit) {
            return;
        }
        for (ContextSite site : all()) {
            churn(site, listener, exit);
            hoard(site, listener);
        }
    }

    private void churn(ContextSite site, FindingListener listener, boolean exit) {
        long contexts = exit ? site.contexts.get() : site.retired;
        long sessions = exit ? site.sessions.sum() : site.retiredSessions;
        if (!site.toldChurn
                && site.countable
                && contexts >= tracker.options.get().contextChurn
                && sessions < 2 * contexts) {
            if (!grader.suppresses("CONTEXT_CHURN", site.site)) {
                listener.contexts(true, site.site, contexts, sessions, site.live.get());
            }
            site.toldChurn = true;
        }
    }

    private void hoard(ContextSite site, FindingListener listener) {
        int limit = tracker.options.get().contextLive;
        if (site.toldHoard || site.live.get() < limit) {
            return;
        }
        int survivors = survivors(site);
        if (survivors >= limit) {
            if (!grader.suppresses("CONTEXT_HOARD", site.site)) {
                long sessions = site.countable ? site.sessions.sum() : -1;
                listener.contexts(false, site.site, site.contexts.get(), sessions, survivors);
            }
            site.toldHoard = true;
        }
    }

    private int survivors(ContextSite site) {
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

    private Collection<ContextSite> all() {
        return sites.values();
    }
}

package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracked;
import java.lang.ref.ReferenceQueue;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The record of one {@code SSLContext}. */
public final class ContextRecord extends Tracked {

    /** From so many sessions on their peers are counted. */
    private static final int MANY = 64;

    public final OfSite site;
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile @Nullable TopPeers peers;

    /** Whether its end is counted; the collector's. */
    boolean gone;

    /** The collection count when it was made. */
    final int epoch;

    /** Whether it follows the implementation of a context that is older than the agent. */
    public final boolean adopted;

    ContextRecord(Object context, ReferenceQueue<Object> queue, OfSite site, int epoch) {
        this(context, queue, site, epoch, false);
    }

    private ContextRecord(
            Object object, ReferenceQueue<Object> queue, OfSite site, int epoch, boolean adopted) {
        super(object, queue);
        this.site = site;
        this.epoch = epoch;
        this.adopted = adopted;
    }

    /** The record of a context that is older than the agent; its past is not known. */
    static ContextRecord adopted(Object spi, ReferenceQueue<Object> queue, Site firstUse) {
        return new ContextRecord(spi, queue, new OfSite(firstUse), 0, true);
    }

    /** Counts a session, and its peer once there are many. */
    void countSession(@Nullable Session session) {
        site.sessions.increment();
        if (sessions.incrementAndGet() >= MANY && session != null) {
            TopPeers counts = peers;
            if (counts == null) {
                // two threads may each make one: the sessions of one of them are not counted
                counts = new TopPeers();
                peers = counts;
            }
            counts.add(session.root());
        }
    }

    /** The peers with the most sessions, the most frequent one first; empty while few are known. */
    public Map<String, Long> peers() {
        TopPeers counts = peers;
        return counts == null ? Collections.<String, Long>emptyMap() : counts.most();
    }

    public int sessions() {
        return sessions.get();
    }

    /** Leads from the context's SPI, which sessions know, to the context. */
    public static final class Alias extends Tracked {
        public final ContextRecord context;

        Alias(Object spi, ReferenceQueue<Object> queue, ContextRecord context) {
            super(spi, queue);
            this.context = context;
        }
    }

    /** What is known of the contexts made at one site. Counters are thread-safe. */
    public static final class OfSite {

        public final Site site;

        /** Contexts made. */
        final AtomicInteger contexts = new AtomicInteger();

        /** Contexts not yet collected. */
        final AtomicInteger live = new AtomicInteger();

        /** Sessions of all of them. */
        final LongAdder sessions = new LongAdder();

        /**
         * Contexts that can get no more sessions; touched by the collector only, as what follows.
         */
        int retired;

        /** Sessions of those. */
        long retiredSessions;

        boolean reportedChurn;
        boolean reportedHoard;

        /** False for sockets of providers we know nothing of: their sessions cannot be counted. */
        volatile boolean countable;

        OfSite(Site site) {
            this.site = site;
        }
    }
}

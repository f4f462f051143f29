package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Tracked;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The record of one {@code SSLContext}. */
final class ContextRecord extends Tracked {

    final OfSite site;
    private final AtomicInteger sessions = new AtomicInteger();

    /** Whether its end is counted; the collector's. */
    boolean gone;

    /** The collection count when it was made. */
    final int epoch;

    ContextRecord(Object context, ReferenceQueue<Object> queue, OfSite site, int epoch) {
        super(context, queue);
        this.site = site;
        this.epoch = epoch;
    }

    void countSession() {
        sessions.incrementAndGet();
        site.sessions.increment();
    }

    int sessions() {
        return sessions.get();
    }

    /** Leads from the context's SPI, which sessions know, to the context. */
    static final class Alias extends Tracked {
        final ContextRecord context;

        Alias(Object spi, ReferenceQueue<Object> queue, ContextRecord context) {
            super(spi, queue);
            this.context = context;
        }
    }

    /** What is known of the contexts made at one site. Counters are thread-safe. */
    static final class OfSite {

        final Site site;

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

package io.github.tlsleak.agent.track;

import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The record of one {@code SSLContext}. */
final class ContextRecord extends Tracked {

    final ContextSite site;
    private final AtomicInteger sessions = new AtomicInteger();

    /** Whether its end is counted; the collector's. */
    boolean gone;

    /** The collection count when it was made. */
    final int epoch;

    ContextRecord(Object context, ReferenceQueue<Object> queue, ContextSite site, int epoch) {
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
}

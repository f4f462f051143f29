package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.site.Site;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What is known of the contexts made at one site. Counters are thread-safe. */
final class ContextSite {

    final Site site;

    /** Contexts made. */
    final AtomicInteger contexts = new AtomicInteger();

    /** Contexts not yet collected. */
    final AtomicInteger live = new AtomicInteger();

    /** Sessions of all of them. */
    final LongAdder sessions = new LongAdder();

    /** Contexts that can get no more sessions, and theirs; touched by the collector only. */
    int retired;

    long retiredSessions;

    /** Whether sessions can be counted: they cannot for sockets of providers we know nothing of. */
    volatile boolean countable;

    boolean toldChurn;
    boolean toldHoard;

    ContextSite(Site site) {
        this.site = site;
    }
}

package io.github.tlsleak.track;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides which new objects are followed. Thread-safe. */
final class Admission {

    private static final long STALLED_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int STALLED_RECORDS = 100_000;

    private final Settings settings;
    private final Totals totals;
    private final IdentityTable table;
    private final AtomicInteger seen = new AtomicInteger();
    private volatile long collectorSeen = System.nanoTime();

    Admission(Settings settings, Totals totals, IdentityTable table) {
        this.settings = settings;
        this.totals = totals;
        this.table = table;
    }

    /** Whether the next object is followed. */
    boolean admits() {
        int sample = settings.sample;
        if (sample > 1 && !isChosen(seen.getAndIncrement(), sample)) {
            return false;
        }
        return !isStalled();
    }

    /**
     * Whether objects older than the agent are followed: with a sample, none of them can be told
     * from one that was left out.
     */
    boolean adopts() {
        return settings.sample == 1 && !isStalled();
    }

    private boolean isStalled() {
        // nobody takes records away: the collector hangs, on a log that nobody reads for one
        if (System.nanoTime() - collectorSeen > STALLED_NANOS && table.size() > STALLED_RECORDS) {
            totals.countUntracked();
            return true;
        }
        return false;
    }

    /**
     * One of each {@code sample}, at a place that differs from one lot to the next: a program that
     * makes client and server in turn is not to be seen from one side only.
     */
    static boolean isChosen(int number, int sample) {
        int lot = Math.floorDiv(number, sample);
        return Math.floorMod(number, sample) == Math.floorMod(mix(lot), sample);
    }

    /** MurmurHash3's finalizer: a multiplication alone leaves the low bits of all lots alike. */
    private static int mix(int lot) {
        int mixed = lot + 1;
        mixed = (mixed ^ mixed >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }

    /** The collector is at work. */
    void collectorSeen() {
        collectorSeen = System.nanoTime();
    }
}

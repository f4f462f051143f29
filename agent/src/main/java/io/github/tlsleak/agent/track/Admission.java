package io.github.tlsleak.agent.track;

import io.github.tlsleak.common.options.Options;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Decides which new objects are followed. Thread-safe. */
public final class Admission {

    private static final long STALLED_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int STALLED_RECORDS = 100_000;

    private final Supplier<Options> options;
    private final Totals totals;
    private final IdentityTable table;
    private final Sampling sampling = new Sampling();
    private volatile long collectorSeen = System.nanoTime();

    Admission(Supplier<Options> options, Totals totals, IdentityTable table) {
        this.options = options;
        this.totals = totals;
        this.table = table;
    }

    /** Whether the next object is followed. */
    boolean admits() {
        int sample = options.get().sample;
        if (sample > 1 && !sampling.chooses(sample)) {
            return false;
        }
        return !isStalled();
    }

    /**
     * Whether objects older than the agent are followed. With a sample they are not, because such
     * an object looks like one that the sample left out.
     */
    boolean adopts() {
        return options.get().sample == 1 && !isStalled();
    }

    private boolean isStalled() {
        // nobody takes records away: the collector hangs, on a log that nobody reads for one
        if (System.nanoTime() - collectorSeen > STALLED_NANOS && table.size() > STALLED_RECORDS) {
            totals.countUntracked();
            return true;
        }
        return false;
    }

    /** The collector is at work. */
    public void collectorSeen() {
        collectorSeen = System.nanoTime();
    }
}

package io.github.tlsleak.agent.output.jmx;

import io.github.tlsleak.agent.output.metrics.MetricValues;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Metrics that are a second old at most, taken when they are asked for. Thread-safe. */
final class RecentMetrics implements Supplier<MetricValues> {

    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Supplier<MetricValues> metrics;
    private final LongSupplier clock;
    private volatile @Nullable Taken last;

    /**
     * @param metrics takes them anew
     * @param clock nanoseconds that never step back
     */
    RecentMetrics(Supplier<MetricValues> metrics, LongSupplier clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public MetricValues get() {
        Taken recent = last;
        long now = clock.getAsLong();
        if (recent == null || now - recent.nanos >= FRESH_NANOS) {
            recent = new Taken(metrics.get(), now);
            last = recent;
        }
        return recent.values;
    }

    private static final class Taken {
        final MetricValues values;
        final long nanos;

        Taken(MetricValues values, long nanos) {
            this.values = values;
            this.nanos = nanos;
        }
    }
}

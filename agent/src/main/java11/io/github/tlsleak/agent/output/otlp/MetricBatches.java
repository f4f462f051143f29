package io.github.tlsleak.agent.output.otlp;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Reads all metrics at an interval and sends them, on the thread that asks for it. OpenTelemetry's
 * own reader makes a thread, whose name and end are not the agent's. Used by the exporter's thread
 * only.
 */
final class MetricBatches implements MetricReader {

    private final MetricExporter exporter;
    private final long intervalNanos;
    private CollectionRegistration registration = CollectionRegistration.noop();

    /** Null if nothing is on its way. */
    private @Nullable CompletableResultCode onItsWay;

    private long next;

    /**
     * @param exporter sends
     * @param intervalNanos the time from one reading to the next
     * @param now the current time, by {@link System#nanoTime}
     */
    MetricBatches(MetricExporter exporter, long intervalNanos, long now) {
        this.exporter = exporter;
        this.intervalNanos = intervalNanos;
        this.next = now + intervalNanos;
    }

    @Override
    public void register(CollectionRegistration given) {
        registration = given;
    }

    /** Sends if it is time and nothing is on its way; does not wait for it. */
    void flush(long now) {
        boolean busy = onItsWay != null && !onItsWay.isDone();
        if (now - next >= 0 && !busy) {
            next = now + intervalNanos;
            onItsWay = send();
        }
    }

    /** Sends now, whatever is on its way. */
    CompletableResultCode send() {
        Collection<MetricData> all = registration.collectAllMetrics();
        return all.isEmpty() ? CompletableResultCode.ofSuccess() : exporter.export(all);
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
        return exporter.getAggregationTemporality(type);
    }

    @Override
    public Aggregation getDefaultAggregation(InstrumentType type) {
        return exporter.getDefaultAggregation(type);
    }

    @Override
    public CompletableResultCode forceFlush() {
        return send();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}

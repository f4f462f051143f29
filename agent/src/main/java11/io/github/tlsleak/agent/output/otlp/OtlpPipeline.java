package io.github.tlsleak.agent.output.otlp;

import io.github.tlsleak.agent.output.export.ExporterParts;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.exporter.otlp.internal.OtlpLogRecordExporterProvider;
import io.opentelemetry.exporter.otlp.internal.OtlpMetricExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.resources.Resource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's SDK as the exporter uses it: meters with a reader, loggers with batches, and the
 * senders. Nothing of it is global. Used by the exporter's thread only.
 */
final class OtlpPipeline {

    private static final String SCOPE = "io.github.tlsleak";
    private static final long GIVE_UP_MILLIS = 100;

    private final OtlpSenders senders;
    private final Resource resource;

    /** Null where metrics are switched off. */
    private @Nullable MetricBatches metrics;

    /** Null where logs are switched off. */
    private @Nullable LogBatches logs;

    private @Nullable Logger logger;

    /**
     * @param senders of OpenTelemetry
     * @param resource that all is of
     */
    OtlpPipeline(OtlpSenders senders, Resource resource) {
        this.senders = senders;
        this.resource = resource;
    }

    /** Makes all instruments. */
    void startMetrics(OtlpSettings settings, ExporterParts parts) {
        senders.with("metrics");
        MetricBatches batches =
                new MetricBatches(
                        new OtlpMetricExporterProvider().createExporter(settings),
                        settings.metricInterval().toNanos(),
                        System.nanoTime());
        SdkMeterProvider provider =
                SdkMeterProvider.builder()
                        .setResource(resource)
                        .registerMetricReader(batches, OtlpMetrics::limit)
                        .build();
        OtlpMetrics.register(provider.meterBuilder(SCOPE).build(), parts);
        metrics = batches;
    }

    /** Makes ready for findings. */
    void startLogs(OtlpSettings settings) {
        senders.with("findings");
        int own = senders.senders().size();
        LogBatches batches =
                new LogBatches(
                        new OtlpLogRecordExporterProvider().createExporter(settings),
                        () -> senders.senders().get(own).health.isRetryable());
        logger =
                SdkLoggerProvider.builder()
                        .setResource(resource)
                        .addLogRecordProcessor(batches)
                        .build()
                        .loggerBuilder(SCOPE)
                        .build();
        logs = batches;
    }

    void emit(FindingRecord finding) {
        if (logger != null) {
            finding.emit(logger.logRecordBuilder());
        }
    }

    /** Sends what waits and what is due, without waiting for the collector. */
    void flush() {
        long now = System.nanoTime();
        for (OtlpSender sender : senders.senders()) {
            sender.watch(now);
        }
        if (logs != null) {
            logs.flush(now);
        }
        if (metrics != null) {
            metrics.flush(now);
        }
    }

    /**
     * Sends all for the last time.
     *
     * @return false if the collector had not answered by the deadline
     */
    boolean finish(long deadline) {
        for (OtlpSender sender : senders.senders()) {
            sender.end();
        }
        if (logs != null) {
            logs.giveUp(GIVE_UP_MILLIS);
        }
        // both are on their way at the same time
        CompletableResultCode last = metrics == null ? null : metrics.send();
        if (logs != null) {
            logs.finish(deadline);
        }
        if (last != null) {
            long left = Math.max(0, deadline - System.nanoTime());
            last.join(left, TimeUnit.NANOSECONDS);
        }
        // a collector that refuses is said by the health of its signal
        return last == null ? System.nanoTime() - deadline < 0 : last.isDone();
    }

    /** How many findings were sent. */
    long findings() {
        return logs == null ? 0 : logs.sent();
    }

    /** How many findings were too many to wait. */
    long overflow() {
        return logs == null ? 0 : logs.overflow();
    }

    /** How many findings were dropped because the collector did not take them. */
    long dropped() {
        return logs == null ? 0 : logs.dropped();
    }
}

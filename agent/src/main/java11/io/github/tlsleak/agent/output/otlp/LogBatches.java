package io.github.tlsleak.agent.output.otlp;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Log records on their way, in batches of which one is sent at a time. A batch that the collector
 * may take later is kept. What is too much is dropped and counted. Used by the exporter's thread
 * only; the counters may be read by any.
 */
final class LogBatches implements LogRecordProcessor {

    static final int MAX_WAITING = 2048;
    static final int MAX_BATCH = 512;
    private static final int MAX_WAIT_SECONDS = 30;

    private final LogRecordExporter exporter;
    private final BooleanSupplier retryable;
    private final Deque<LogRecordData> waiting = new ArrayDeque<>();
    private List<LogRecordData> batch = new ArrayList<>();

    /** Null if nothing is on its way. */
    private @Nullable CompletableResultCode onItsWay;

    private int failures;
    private long notBefore;

    private volatile long sent;
    private volatile long dropped;
    private volatile long overflow;

    /**
     * @param exporter sends
     * @param retryable whether what was refused last may be taken later
     */
    LogBatches(LogRecordExporter exporter, BooleanSupplier retryable) {
        this.exporter = exporter;
        this.retryable = retryable;
    }

    @Override
    public void onEmit(Context context, ReadWriteLogRecord record) {
        if (waiting.size() >= MAX_WAITING) {
            overflow++;
            drop(1);
        } else {
            waiting.add(record.toLogRecordData());
        }
    }

    /** Sends the next batch, if none is on its way; does not wait for it. */
    void flush(long now) {
        settle(now);
        if (onItsWay != null || (!batch.isEmpty() && now - notBefore < 0)) {
            return;
        }
        fill();
        if (!batch.isEmpty()) {
            onItsWay = exporter.export(batch);
        }
    }

    private void fill() {
        while (batch.size() < MAX_BATCH && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
    }

    private void settle(long now) {
        if (onItsWay == null || !onItsWay.isDone()) {
            return;
        }
        if (onItsWay.isSuccess()) {
            failures = 0;
            sent += batch.size();
            batch = new ArrayList<>();
        } else if (retryable.getAsBoolean()) {
            failures++;
            long seconds = Math.min(MAX_WAIT_SECONDS, 1L << Math.min(failures, 5));
            notBefore = now + TimeUnit.SECONDS.toNanos(seconds);
        } else {
            drop(batch.size());
            batch = new ArrayList<>();
        }
        onItsWay = null;
    }

    /** Sends all, each batch once, and waits for it; what is left at the deadline is dropped. */
    void finish(long deadline) {
        boolean works = true;
        while (works) {
            if (onItsWay != null) {
                long left = Math.max(0, deadline - System.nanoTime());
                works = onItsWay.join(left, TimeUnit.NANOSECONDS).isSuccess();
                settle(System.nanoTime());
            }
            onItsWay = null;
            fill();
            works &= !batch.isEmpty() && System.nanoTime() - deadline < 0;
            if (works) {
                onItsWay = exporter.export(batch);
            }
        }
        drop(batch.size() + waiting.size());
    }

    /** What is on its way when the end comes is sent once more, unless it arrives now. */
    void giveUp(long millis) {
        if (onItsWay != null && onItsWay.join(millis, TimeUnit.MILLISECONDS).isSuccess()) {
            settle(System.nanoTime());
        }
        onItsWay = null;
    }

    void drop(long count) {
        dropped += count;
    }

    /** How many of those were too many to wait. */
    long overflow() {
        return overflow;
    }

    long sent() {
        return sent;
    }

    long dropped() {
        return dropped;
    }
}

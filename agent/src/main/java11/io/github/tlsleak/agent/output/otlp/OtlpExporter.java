package io.github.tlsleak.agent.output.otlp;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.export.Exporter;
import io.github.tlsleak.agent.output.export.ExporterParts;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Exports findings and metrics with OpenTelemetry's SDK. Findings come on the collector's thread,
 * which puts them into a bounded queue; all else happens on a thread of the exporter.
 */
public final class OtlpExporter implements Exporter {

    private static final int MAX_QUEUE = 1024;

    /** The program's start comes first. */
    private static final long START_MILLIS = 1_000;

    private final ExporterParts parts;
    private final ScheduledThreadPoolExecutor executor;
    private final FindingSteps steps = new FindingSteps();
    private final BlockingQueue<FindingRecord> queue = new ArrayBlockingQueue<>(MAX_QUEUE);
    private final AtomicLong tooMany = new AtomicLong();

    /** Null until the exporter's thread has made it. */
    private volatile @Nullable OtlpPipeline pipeline;

    private volatile @Nullable OtlpSenders senders;
    private volatile @Nullable OtlpSettings settings;

    /** Why nothing is sent; null if something is. */
    private volatile @Nullable String off;

    private boolean said;

    private final AtomicBoolean saidLost = new AtomicBoolean();

    /**
     * Starts nothing yet.
     *
     * @param parts what to work with
     */
    public OtlpExporter(ExporterParts parts) {
        this.parts = parts;
        this.executor = new ScheduledThreadPoolExecutor(1, threads("tlsleak-otlp"));
    }

    private ThreadFactory threads(String name) {
        return task -> parts.threads.apply(name, task);
    }

    @Override
    public void start() {
        executor.schedule(() -> guarded(this::open), START_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The exporter's thread; does nothing the second time. */
    private void open() {
        if (pipeline != null || off != null) {
            return;
        }
        parts.own.begin();
        OtlpSenders made = new OtlpSenders(threads("tlsleak-otlp-http"), parts.own, parts.log);
        senders = made;
        try {
            OtlpSettings asked = OtlpSettings.of(parts.target, made);
            OtlpPipeline ready = new OtlpPipeline(made, OtlpResources.of(parts.launch));
            if (asked.wants("metrics")) {
                ready.startMetrics(asked, parts);
            }
            if (asked.wants("logs")) {
                ready.startLogs(asked);
            }
            settings = asked;
            pipeline = ready;
            long delay = asked.period().toMillis();
            executor.scheduleWithFixedDelay(
                    () -> guarded(this::flush), 0, delay, TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            off = e.getMessage() == null ? e.toString() : e.getMessage();
            parts.log.accept("otlp: nothing is sent: " + off);
            made.close();
        }
    }

    private void flush() {
        OtlpPipeline to = pipeline;
        if (to == null) {
            return;
        }
        take(to);
        to.flush();
        if (!said && tooMany.get() + to.overflow() > 0) {
            said = true;
            parts.log.accept(
                    "otlp: too many findings wait for the collector, some are dropped; this is said"
                            + " once, the log and the report have them");
        }
    }

    private void take(OtlpPipeline to) {
        for (FindingRecord next = queue.poll(); next != null; next = queue.poll()) {
            to.emit(next);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable t) {
            parts.errors.add(t);
        }
    }

    @Override
    public void found(Finding finding) {
        long count = off == null ? steps.step(finding) : 0;
        if (count > 0 && !queue.offer(new FindingRecord(finding, count))) {
            tooMany.incrementAndGet();
        }
    }

    @Override
    public void over(SessionFinding finding) {}

    @Override
    public void tick() {}

    @Override
    public void end(long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        CountDownLatch done = new CountDownLatch(1);
        try {
            executor.execute(
                    () -> {
                        guarded(() -> finish(deadline));
                        done.countDown();
                    });
            if (!done.await(millis, TimeUnit.MILLISECONDS)) {
                sayLost();
            }
        } catch (RejectedExecutionException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void finish(long deadline) {
        open();
        OtlpPipeline to = pipeline;
        if (to != null) {
            take(to);
            if (!to.finish(deadline)) {
                sayLost();
            }
        }
        parts.own.end();
    }

    /**
     * Once: the thread that waits for the end comes to this at the same moment as the exporter's.
     */
    private void sayLost() {
        if (saidLost.compareAndSet(false, true)) {
            parts.log.accept(
                    "otlp: the last batch may be lost: "
                            + asked(settings)
                            + " has not answered by the end");
        }
    }

    private static String asked(@Nullable OtlpSettings settings) {
        return settings == null ? "the collector" : settings.endpoint();
    }

    private void close() {
        executor.shutdownNow();
        OtlpSenders made = senders;
        if (made != null) {
            guarded(made::close);
        }
    }

    @Override
    public String status() {
        return OtlpStatus.of(parts.target, settings, senders, pipeline, off, tooMany.get());
    }
}

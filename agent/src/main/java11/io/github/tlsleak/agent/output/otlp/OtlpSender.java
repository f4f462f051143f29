package io.github.tlsleak.agent.output.otlp;

import io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenders;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends one signal with OpenTelemetry's sender, on a thread of its own. At the end another thread
 * sends what is left, once: the first one may be waiting for a collector. Thread-safe.
 */
final class OtlpSender implements HttpSender {

    /** A sender has one request at a time; at the end the last one comes to it. */
    private static final int MAX_WAITING = 4;

    private static final int IDLE_SECONDS = 5;
    private static final long MAX_NANOS = TimeUnit.MINUTES.toNanos(1);

    final SignalHealth health;
    private final Supplier<Line> lines;
    private final Line last;
    private volatile Line usual;
    private volatile boolean ending;
    private volatile boolean over;

    /** When what is on its way was sent; 0 if nothing is. */
    private volatile long since;

    OtlpSender(
            OwnHttpClient client,
            HttpSenderConfig config,
            SignalHealth health,
            ThreadFactory threads) {
        this.health = health;
        lines = () -> new Line(client, config, config.getRetryPolicy(), threads);
        usual = lines.get();
        last = new Line(client, config, null, threads);
    }

    private static ExecutorService oneThread(ThreadFactory threads) {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(MAX_WAITING),
                        threads);
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    @Override
    public void send(
            MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        boolean lastOne = ending;
        since = System.nanoTime() | 1;
        Consumer<HttpResponse> answered =
                response -> {
                    since = 0;
                    health.answered(response.getStatusCode(), response.getStatusMessage());
                    onResponse.accept(response);
                };
        Consumer<Throwable> failed =
                error -> {
                    since = 0;
                    // else it is only given up
                    if (!over && (lastOne || !ending)) {
                        health.failed(error);
                    }
                    onError.accept(error);
                };
        try {
            (lastOne ? last : usual).sender.send(message, answered, failed);
        } catch (RejectedExecutionException e) {
            onError.accept(e);
        }
    }

    /** Gives up a request that takes for ever: its answer may come byte by byte. */
    void watch(long now) {
        long began = since;
        if (began != 0 && now - began > MAX_NANOS && !ending) {
            since = 0;
            usual.thread.shutdownNow();
            usual = lines.get();
        }
    }

    /** Gives up what is on its way; what comes after this is tried once. */
    void end() {
        ending = true;
        usual.thread.shutdownNow();
    }

    /** Ends the threads. */
    @Override
    public CompletableResultCode shutdown() {
        over = true;
        end();
        last.thread.shutdownNow();
        return CompletableResultCode.ofSuccess();
    }

    /** OpenTelemetry's sender with its thread. Immutable. */
    private static final class Line {

        final ExecutorService thread;
        final HttpSender sender;

        Line(
                OwnHttpClient client,
                HttpSenderConfig config,
                @Nullable RetryPolicy retry,
                ThreadFactory threads) {
            thread = oneThread(threads);
            sender = JdkHttpSenders.of(client.client, config, retry, thread);
        }
    }
}

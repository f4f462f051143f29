package io.github.tlsleak.cli.report.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has batches of lines parsed by all processors, and gives them back in their order. Used by the
 * thread that reads, which parses as well while it would have to wait.
 */
final class ParsedBatches implements AutoCloseable {

    private static final int MAX_THREADS = 7;

    private final Consumer<LineBatch> sink;
    private final ThreadLocal<LineParser> parsers = ThreadLocal.withInitial(LineParser::new);
    private final Deque<Parse> pending = new ArrayDeque<>();
    private final Deque<LineBatch> free = new ArrayDeque<>();
    private final int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    private @Nullable ExecutorService others;

    /**
     * @param sink takes the parsed batches, in the order in which they were added
     */
    ParsedBatches(Consumer<LineBatch> sink) {
        this.sink = sink;
    }

    /** The parser of the calling thread. */
    LineParser parser() {
        return parsers.get();
    }

    /** An empty batch. */
    LineBatch next() {
        LineBatch batch = free.poll();
        return batch == null ? new LineBatch() : batch;
    }

    /** Adds a batch; others may be given to the sink. */
    void add(LineBatch batch) {
        Parse parse = new Parse(batch);
        pending.add(parse);
        if (threads > 1) {
            others().execute(parse);
        }
        if (pending.size() >= 3 * threads) {
            handleFirst();
        }
    }

    /** Gives all batches to the sink. */
    void drain() {
        while (!pending.isEmpty()) {
            handleFirst();
        }
    }

    @Override
    public void close() {
        if (others != null) {
            others.shutdownNow();
        }
    }

    private void handleFirst() {
        Parse first = pending.element();
        for (Parse parse : pending) {
            if (first.isDone()) {
                break;
            }
            // does nothing if another thread has begun it
            parse.run();
        }
        first.await();
        pending.remove();
        sink.accept(first.batch);
        first.batch.clear();
        free.add(first.batch);
    }

    private ExecutorService others() {
        if (others == null) {
            others =
                    Executors.newFixedThreadPool(
                            threads - 1,
                            task -> {
                                Thread thread = new Thread(task, "tlsleak-parse");
                                thread.setDaemon(true);
                                return thread;
                            });
        }
        return others;
    }

    /** Parses one batch, once. */
    private final class Parse extends FutureTask<LineBatch> {

        private final LineBatch batch;

        Parse(LineBatch batch) {
            super(() -> batch.parse(parser()), batch);
            this.batch = batch;
        }

        void await() {
            try {
                get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                if (cause instanceof Error) {
                    throw (Error) cause;
                }
                throw new IllegalStateException(cause);
            }
        }
    }
}

package io.github.tlsleak.agent;

import io.github.tlsleak.agent.collect.Collector;
import io.github.tlsleak.agent.output.export.Exporter;
import io.github.tlsleak.agent.process.AgentErrors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives the summary at the end of the JVM, or earlier if the agent ends alone. Thread-safe. */
final class ExitSummary implements Runnable {

    private static final long EXIT_MILLIS = 3_000;

    /** What the exporter needs to stop, beside sending. */
    private static final long MARGIN_MILLIS = 200;

    /** For the collections of a large heap. */
    private static final long COLLECTIONS_MILLIS = 10_000;

    private final LastCollection last;
    private final Collector collector;
    private final SummaryWriter summary;
    private final @Nullable Exporter exporter;
    private final AgentErrors errors;

    /** Whether the end waits for a garbage collection, too. */
    private volatile boolean collecting;

    private final Thread atExit = AgentThread.of("tlsleak-exit", this);

    /**
     * @param last collects garbage before, if that is wanted
     * @param collector judges for the last time before
     * @param summary writes the summary, throws nothing
     * @param exporter sends the last batch; null for none
     * @param errors counts what the collector throws
     */
    ExitSummary(
            LastCollection last,
            Collector collector,
            SummaryWriter summary,
            @Nullable Exporter exporter,
            AgentErrors errors) {
        this.last = last;
        this.collector = collector;
        this.summary = summary;
        this.exporter = exporter;
        this.errors = errors;
    }

    /** Called by the JVM when it ends. */
    @Override
    public void run() {
        give(true);
    }

    /** From now on, the end of the JVM brings the summary. */
    void atExit() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // a shutdown hook of the program is the first user of TLS: there is no later moment
            return;
        }
    }

    /** Gives the summary now; the end of the JVM brings none then. */
    void now() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is ending at this very moment, and gives the summary
            return;
        }
        give(false);
    }

    /** On a thread of its own: a stderr that nobody reads must not keep the JVM from ending. */
    private void give(boolean exit) {
        Thread giver =
                AgentThread.of(
                        "tlsleak-summary",
                        new Runnable() {
                            @Override
                            public void run() {
                                finish(exit);
                            }
                        });
        giver.start();
        try {
            giver.join(EXIT_MILLIS);
            if (collecting) {
                giver.join(LastCollection.LIMIT_MILLIS + COLLECTIONS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish(boolean exit) {
        long began = System.nanoTime();
        try {
            if (exit && last.isWanted()) {
                collecting = true;
                last.perform();
            }
        } catch (Throwable t) {
            errors.add(t);
        }
        try {
            collector.finish(exit);
        } catch (Throwable t) {
            errors.add(t);
        }
        summary.write(exit);
        if (exporter != null) {
            long used = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            exporter.end(
                    collecting ? EXIT_MILLIS : Math.max(0, EXIT_MILLIS - MARGIN_MILLIS - used));
        }
    }
}

package io.github.tlsleak.agent;

import io.github.tlsleak.agent.output.status.Summary;

/** The summary at the end: of the JVM, or of the agent alone. */
final class ExitSummary implements Runnable {

    private static final long EXIT_MILLIS = 3_000;

    private final RunningAgent parts;
    private final Thread atExit = AgentThread.of("tlsleak-exit", this);

    ExitSummary(RunningAgent parts) {
        this.parts = parts;
    }

    /** Called by the JVM when it ends. */
    @Override
    public void run() {
        speak(true);
    }

    /** They are to be said when the JVM ends. */
    void atExit() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // TLS was first used by a shutdown hook of the program's: there is no later moment
            return;
        }
    }

    /** They are said now, and not again. */
    void now() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is ending at this very moment: it says them
            return;
        }
        speak(false);
    }

    /** A stderr that nobody reads must not keep the JVM from ending. */
    private void speak(boolean exit) {
        Thread speaker = AgentThread.of("tlsleak-summary", () -> finish(exit));
        speaker.start();
        try {
            speaker.join(EXIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish(boolean exit) {
        try {
            parts.collector.finish(exit);
        } catch (Throwable t) {
            parts.failures.add(t);
        }
        try {
            parts.coverage.say();
            Summary summary = parts.facts.summary();
            if (parts.tracker.totals().created() > 0 || parts.facts.errors() > 0) {
                parts.log.info(summary.text(parts.options.get().dumpAtExit));
            }
            parts.reports.end(summary.json());
        } catch (Throwable t) {
            parts.log.warn("no summary: " + t);
        }
    }
}

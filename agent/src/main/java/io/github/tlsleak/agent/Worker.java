package io.github.tlsleak.agent;

import io.github.tlsleak.agent.collect.Collector;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.common.Version;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TlsLeakFrames;

/**
 * The agent's one thread: runs the collector, and what must not run on a thread of the application.
 * Started and ended by one thread.
 */
final class Worker implements Runnable {

    private static final long END_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 100;
    private static final int NATIVE_NAME = 15;
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /**
     * Thrown once at the start, so that all classes which handle an error are loaded by then. When
     * memory is short they cannot be.
     */
    private static final Throwable REHEARSED = new IllegalStateException("rehearsed");

    private final Collector collector;
    private final Runnable upkeep;
    private final AgentErrors errors;
    private final Thread thread;
    private long ticked = System.nanoTime();
    private volatile boolean ending;

    /**
     * @param collector waits for work and does it, again and again
     * @param upkeep runs after each step of the collector
     * @param errors counts what these two throw
     */
    Worker(Collector collector, Runnable upkeep, AgentErrors errors) {
        this.collector = collector;
        this.upkeep = upkeep;
        this.errors = errors;
        // by this name the command line sees from outside that the agent is there, and its version
        this.thread = AgentThread.of(name(), this);
    }

    /** Cut here to the length that Linux keeps: JDK 26 and newer would cut out the middle. */
    private static String name() {
        String name = "tlsleak-" + Version.current();
        return name.substring(0, Math.min(NATIVE_NAME, name.length()));
    }

    void start() {
        thread.start();
    }

    /** Ends the thread after its current step; waits for that, but at most five seconds. */
    void end() {
        ending = true;
        try {
            // no interrupt: the thread may be writing
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        AgentErrors counted = new AgentErrors();
        Throwable error = REHEARSED;
        while (!ending) {
            try {
                if (error != null) {
                    throw error;
                }
                collector.step();
                tick();
                upkeep.run();
            } catch (Throwable t) {
                // an interrupt, too: nobody has a reason for one, and only end() ends this thread
                error = null;
                if (!(t instanceof InterruptedException)) {
                    counted.add(t);
                    pause();
                }
                counted = errors;
            }
        }
    }

    /** The clock of the hooks; its intervals need not be equal. */
    private void tick() {
        long now = System.nanoTime();
        if (now - ticked >= TICK_NANOS) {
            ticked = now;
            TlsLeakFrames.tick();
        }
    }

    /** A step that fails at once would otherwise fail without end at full speed. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (Throwable t) {
            // the next step comes sooner
            return;
        }
    }
}

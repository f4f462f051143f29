package io.github.tlsleak.agent;

import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.common.Version;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TlsLeakFrames;

/**
 * The agent's one thread: collects, reports, and does what must not be done on a thread of the
 * application.
 */
final class Worker implements Runnable {

    private static final long END_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 100;
    private static final int NATIVE_NAME = 15;
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PRELOAD_NANOS = TimeUnit.SECONDS.toNanos(2);

    /**
     * Thrown once at the beginning: what deals with an error is resolved by that, as it cannot be
     * when memory is short.
     */
    private static final Throwable REHEARSED = new IllegalStateException("rehearsed");

    private final RunningAgent parts;
    private final Thread thread;
    private final long began = System.nanoTime();
    private long ticked = began;
    private boolean preloaded;
    private volatile boolean ending;

    Worker(RunningAgent parts) {
        this.parts = parts;
        // the name is how the command line sees from outside that the agent is there, and which
        this.thread = AgentThread.of(name(), this);
    }

    /** Cut here, to what Linux keeps: JDK 26 and newer would cut out the middle. */
    private static String name() {
        String name = "tlsleak-" + Version.current();
        return name.substring(0, Math.min(NATIVE_NAME, name.length()));
    }

    void start() {
        thread.start();
    }

    /** Ends the thread after what it is at; waits for that, but not for ever. */
    void end() {
        ending = true;
        try {
            // no interrupt: it might be writing
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        AgentErrors failures = new AgentErrors();
        Throwable error = REHEARSED;
        while (!ending) {
            try {
                if (error != null) {
                    throw error;
                }
                step();
            } catch (Throwable t) {
                // an interrupt, too: whoever did that had no reason to, only end() ends this thread
                error = null;
                if (!(t instanceof InterruptedException)) {
                    failures.add(t);
                    pause();
                }
                failures = parts.failures;
            }
        }
    }

    private void step() throws InterruptedException {
        parts.collector.step();
        tick();
        parts.test();
        parts.coverage.say();
        parts.installer.tryAgain();
        preload();
        if (parts.options.get().jmx && parts.installer.usesManagement()) {
            parts.jmx.tick();
        }
    }

    /** The clock of the hooks, whose parts need not be even. */
    private void tick() {
        long now = System.nanoTime();
        if (now - ticked >= TICK_NANOS) {
            ticked = now;
            TlsLeakFrames.tick();
        }
    }

    /** What fails at once would fail all the time. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (Throwable t) {
            // the next step comes sooner
            return;
        }
    }

    /** A jar that is overwritten in place later must not cost the summary. */
    private void preload() {
        if (preloaded || System.nanoTime() - began < PRELOAD_NANOS) {
            return;
        }
        preloaded = true;
        parts.installer.settle();
        parts.collector.rehearse();
        try {
            ClassLoader loader = parts.run.loader;
            Method preload = loader.getClass().getDeclaredMethod("preload");
            preload.setAccessible(true);
            preload.invoke(loader);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // an entry class of another version may not know it, and it is a precaution only
            preloaded = true;
        }
    }
}

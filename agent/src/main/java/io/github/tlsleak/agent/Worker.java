package io.github.tlsleak.agent;

import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;

/**
 * The agent's one thread: collects, reports, and does what must not be done on a thread of the
 * application.
 */
final class Worker implements Runnable {

    private static final long END_MILLIS = 5_000;
    private static final int NATIVE_NAME = 15;
    private static final long PRELOAD_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Parts parts;
    private final Thread thread;
    private final long began = System.nanoTime();
    private boolean preloaded;
    private volatile boolean ending;

    Worker(Parts parts) {
        this.parts = parts;
        // the name is how the command line sees from outside that the agent is there, and which
        this.thread = new AgentThread(name(), this);
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
        try {
            while (!ending) {
                try {
                    parts.collector.step();
                    parts.test();
                    preload();
                    if (parts.facts.options().jmx() && parts.installer.usesManagement()) {
                        parts.jmx.tick();
                    }
                } catch (InterruptedException e) {
                    return;
                } catch (Throwable t) {
                    parts.failures.add(t);
                }
            }
        } finally {
            if (!ending) {
                parts.log.warn("collector thread ended, leaks are no longer reported");
            }
        }
    }

    /** A jar that is overwritten in place later must not cost the summary. */
    private void preload() {
        if (preloaded || System.nanoTime() - began < PRELOAD_NANOS) {
            return;
        }
        preloaded = true;
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

package io.github.tlsleak.agent;

import io.github.tlsleak.agent.collect.Collector;
import io.github.tlsleak.agent.instrument.Installer;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;

/**
 * Loads all classes of the agent two seconds after its start: a jar that is overwritten in place
 * later must not cost the summary. The worker's thread only.
 */
final class Preload implements Runnable {

    private static final long DELAY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Installer installer;
    private final Collector collector;
    private final ClassLoader loader;
    private final long began = System.nanoTime();
    private boolean done;

    /**
     * @param installer settles first
     * @param collector rehearses a finding
     * @param loader the loader of the agent's classes
     */
    Preload(Installer installer, Collector collector, ClassLoader loader) {
        this.installer = installer;
        this.collector = collector;
        this.loader = loader;
    }

    /** Does it once the time has come; later calls do nothing. */
    @Override
    public void run() {
        if (done || System.nanoTime() - began < DELAY_NANOS) {
            return;
        }
        done = true;
        try {
            installer.settle();
        } finally {
            // what writes hooks may be tried again, this is not
            collector.rehearse();
            preload();
        }
    }

    private void preload() {
        try {
            Method preload = loader.getClass().getDeclaredMethod("preload");
            preload.setAccessible(true);
            preload.invoke(loader);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // the entry class may be of another version without this method; it is a precaution
            // only
            return;
        }
    }
}

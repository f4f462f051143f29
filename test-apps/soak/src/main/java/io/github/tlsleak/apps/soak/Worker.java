package io.github.tlsleak.apps.soak;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A thread that plays while the load is on: now without a pause, now slowly, now not at all. */
final class Worker extends Thread {

    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int FULL_LEVEL = 100;

    /** One slice in so many is slow. */
    private static final int SLOW = 4;

    private final Shared shared;
    private final Actor actor;
    private final SplittableRandom random;
    private final int pauseMicros;
    private final int slowMicros;

    /**
     * @param pauseMicros longest pause between two plays, microseconds
     * @param slowMicros the same for a slow slice
     */
    Worker(
            Shared shared,
            Actor actor,
            String name,
            SplittableRandom random,
            int pauseMicros,
            int slowMicros) {
        super(name);
        setDaemon(true);
        this.shared = shared;
        this.actor = actor;
        this.random = random;
        this.pauseMicros = pauseMicros;
        this.slowMicros = slowMicros;
    }

    @Override
    public void run() {
        while (true) {
            shared.gate.enter();
            try {
                slice(random.nextInt(SLOW) == 0 ? slowMicros : pauseMicros);
                actor.rest();
            } catch (Throwable e) {
                failed(e);
            } finally {
                shared.gate.leave();
            }
        }
    }

    private void slice(int mostMicros) {
        if (random.nextInt(FULL_LEVEL) >= shared.level) {
            LockSupport.parkNanos(SLICE_NANOS);
            return;
        }
        long end = System.nanoTime() + SLICE_NANOS;
        while (System.nanoTime() - end < 0 && shared.gate.isOpen()) {
            try {
                shared.sessions.add(actor.play());
            } catch (Throwable e) {
                failed(e);
            }
            if (mostMicros > 0) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(mostMicros)));
            }
        }
    }

    private void failed(Throwable e) {
        (actor.isLibrary() ? shared.libraryFailures : shared.failures).increment();
        shared.lastFailure = e;
    }

    /** What this thread plays. */
    Actor actor() {
        return actor;
    }
}

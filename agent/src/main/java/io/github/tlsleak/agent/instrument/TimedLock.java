package io.github.tlsleak.agent.instrument;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock whose callers stop waiting after a time limit. A waiting thread of the application may
 * hold a lock that the owner needs, so waiting without limit could deadlock. Once the owner has
 * exceeded the limit, later callers do not wait at all: an owner that hangs delays each thread
 * once. Thread-safe.
 */
class TimedLock {

    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();

    /** When the owner took the lock; 0 if nobody has it. */
    private volatile long begun;

    /**
     * @param patience how long to wait, in nanoseconds
     */
    TimedLock(long patience) {
        this.patience = patience;
    }

    /**
     * Takes the lock; {@link #end} gives it back. Does not throw. If the thread is interrupted
     * while it waits, it is still interrupted afterwards.
     *
     * @return false if another thread has the lock for too long, or this one has it already
     */
    boolean take() {
        if (lock.isHeldByCurrentThread() || !locked(System.nanoTime() + left())) {
            return false;
        }
        begun = now() | 1;
        return true;
    }

    /** Gives the lock back. */
    void end() {
        begun = 0;
        lock.unlock();
    }

    private boolean locked(long end) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return lock.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private long left() {
        long since = begun;
        return since == 0 ? patience : Math.min(patience, since + patience - now());
    }

    /** Nanoseconds since an arbitrary moment; a test replaces this. */
    long now() {
        return System.nanoTime();
    }
}

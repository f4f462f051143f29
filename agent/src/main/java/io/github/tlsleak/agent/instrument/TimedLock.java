package io.github.tlsleak.agent.instrument;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One thread at a time; others wait, but not for ever: one of the application's may hold what the
 * thread whose turn it is needs. Who comes when that has had its time does not wait at all, so that
 * a thread that hangs delays each other one once. Thread-safe.
 */
class TimedLock {

    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();

    /** When the turn was taken, 0 if nobody has it. */
    private volatile long begun;

    /**
     * @param patience how long to wait, in nanoseconds
     */
    TimedLock(long patience) {
        this.patience = patience;
    }

    /**
     * Takes the turn, to be ended by {@link #end}; does not throw. An interrupt is kept for who
     * waits for it.
     *
     * @return false if another thread has it, or this one has it already
     */
    boolean take() {
        if (lock.isHeldByCurrentThread() || !locked(System.nanoTime() + left())) {
            return false;
        }
        begun = now() | 1;
        return true;
    }

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

    /** Nanoseconds since whenever. */
    long now() {
        return System.nanoTime();
    }
}

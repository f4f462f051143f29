package io.github.tlsleak.agent.instrument;

/**
 * Makes weaving ready on a thread of the agent, while a thread waits that must not load classes
 * itself: it is inside a transformer. Thread-safe.
 */
final class LateWeaving implements Runnable {

    private static final long PATIENCE_MILLIS = 5_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final WeavingRehearsal rehearsal;
    private final MemoryWait memory = new MemoryWait();

    /** Made beforehand, because making it may load classes; guarded by this, as all below. */
    private Thread thread;

    private boolean running;

    LateWeaving(WeavingRehearsal rehearsal) {
        this.rehearsal = rehearsal;
        this.thread = TlsGate.starter(this, "tlsleak-weave");
    }

    /** Waits until the thread has done it, or has failed, but not for ever. */
    void await() {
        long end = System.nanoTime() + PATIENCE_MILLIS * NANOS_PER_MILLI;
        boolean interrupted = false;
        synchronized (this) {
            if (thread == Thread.currentThread()) {
                return;
            }
            start();
            while (running) {
                long left = (end - System.nanoTime()) / NANOS_PER_MILLI;
                if (left <= 0) {
                    break;
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void start() {
        if (!running) {
            // fails if the JVM has no memory for a thread; the next class tries again
            thread.start();
            running = true;
        }
    }

    @Override
    public void run() {
        try {
            // a class of the JDK whose initialisation runs out of memory is lost for the program,
            // too
            if (memory.hasRoom()) {
                rehearsal.perform();
            }
        } catch (Throwable t) {
            // whoever waits sees that it is not ready, and reports it; the next class tries again
            return;
        } finally {
            over();
        }
    }

    private synchronized void over() {
        if (!rehearsal.isReady()) {
            thread = TlsGate.starter(this, "tlsleak-weave");
        }
        running = false;
        notifyAll();
    }
}

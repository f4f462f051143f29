package io.github.tlsleak.apps.soak;

/** Lets workers in while the load is on, and tells when all of them are out. Thread-safe. */
final class Gate {

    private volatile boolean open;
    private int inside;

    /** Waits until the load is on. */
    synchronized void enter() {
        while (!open) {
            await();
        }
        inside++;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    boolean isOpen() {
        return open;
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }

    /** Switches the load off and waits until nobody plays. */
    synchronized void close() {
        open = false;
        while (inside > 0) {
            await();
        }
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.github.tlsleak.agent.track;

import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * What is noted of a session beside its state: the peer's port and some flags, in one int, because
 * there may be millions of them. Thread-safe.
 */
abstract class SessionFlags extends Tracked {

    /** Note: its handshake finished while no other tracked object was at work on the thread. */
    static final int OUTERMOST = 1 << 16;

    /** Note: a delegate whose own close has begun, whatever its wrapper does. */
    static final int CLOSES_ITSELF = 1 << 17;

    /** Note: SO_LINGER was set. */
    static final int LINGERS = 1 << 18;

    /** Note: a finalizer hangs in its close(). */
    static final int HANGS = 1 << 19;

    /** Note: closed by another object's finalizer or cleaner. */
    static final int FOREIGN = 1 << 20;

    /** Note: works over a socket that is known to throw its close_notify away. */
    static final int SWALLOWED = 1 << 21;

    private static final int PORT = 0xffff;

    private static final AtomicIntegerFieldUpdater<SessionFlags> NOTES =
            AtomicIntegerFieldUpdater.newUpdater(SessionFlags.class, "notes");

    private volatile int notes;

    SessionFlags(Object object, ReferenceQueue<Object> queue) {
        super(object, queue);
    }

    /** The peer's port, 0 where it is not known. */
    final int peerPort() {
        return notes & PORT;
    }

    final void peerPort(int port) {
        change(PORT, port & PORT);
    }

    final boolean isNoted(int note) {
        return (notes & note) != 0;
    }

    final void note(int note) {
        change(note, note);
    }

    private void change(int mask, int bits) {
        int before = notes;
        while (!NOTES.compareAndSet(this, before, before & ~mask | bits)) {
            before = notes;
        }
    }
}

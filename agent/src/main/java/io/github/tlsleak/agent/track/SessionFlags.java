package io.github.tlsleak.agent.track;

import io.github.tlsleak.common.verdict.Verdict;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The flags of a session. Some share the int of its state; the others, called notes, share an int
 * with the peer's port: millions of records may live. Thread-safe.
 */
public abstract class SessionFlags extends Tracked {

    /**
     * Flag: made while a method of another tracked object ran, so it is not that one's delegate.
     */
    static final int BORN_INSIDE = 1 << 24;

    /** Flag: reported or counted; see {@link Session#claim}. */
    public static final int JUDGED = 1 << 25;

    /** Flag: the object is unreachable. */
    static final int GONE = 1 << 27;

    /** Flag: the object's finalizers are done. */
    static final int FINALIZED = 1 << 28;

    /** Flag: closed in order and followed no longer. */
    static final int DISMISSED = 1 << 29;

    /** All of them: bits 24 to 29 of the state, of which bit 26 is free. */
    static final int FLAGS = BORN_INSIDE | JUDGED | GONE | FINALIZED | DISMISSED;

    /** Note: its handshake finished while no other tracked object was at work on the thread. */
    static final int OUTERMOST = 1 << 16;

    /** Note: a delegate whose own close has begun, whatever its wrapper does. */
    static final int CLOSES_ITSELF = 1 << 17;

    /** Note: SO_LINGER was set. */
    static final int LINGERS = 1 << 18;

    /** Note: a finalizer hangs in its close(). */
    public static final int HANGS = 1 << 19;

    /** Note: closed by another object's finalizer or cleaner. */
    static final int FOREIGN = 1 << 20;

    /** Note: works over a socket that is known to throw its close_notify away. */
    public static final int SWALLOWED = 1 << 21;

    /** Note: the peer has sent something. */
    public static final int PEER_SPOKE = 1 << 22;

    /** Notes: the place in {@link #ALIVE} of the verdict it has been reported with. */
    private static final int REPORTED = 7 << 23;

    private static final int REPORTED_SHIFT = 23;

    /** The verdicts that a live session may be reported with. */
    private static final @Nullable Verdict[] ALIVE = {
        null,
        Verdict.OPEN,
        Verdict.STUCK,
        Verdict.PEER_CLOSED,
        Verdict.CLOSE_BLOCKED,
        Verdict.FAILED,
    };

    /** Note: its handshake was a full one. */
    public static final int FULL_HANDSHAKE = 1 << 28;

    /** Note: its handshake resumed an earlier session. */
    public static final int RESUMED = 1 << 29;

    /** Note: closed in order, and counted among those; the collector's. */
    public static final int COUNTED_CLOSED = 1 << 30;

    private static final int PORT = 0xffff;

    private static final AtomicIntegerFieldUpdater<SessionFlags> NOTES =
            AtomicIntegerFieldUpdater.newUpdater(SessionFlags.class, "notes");

    private volatile int notes;

    SessionFlags(Object object, @Nullable ReferenceQueue<Object> queue) {
        super(object, queue);
    }

    /** The peer's port, 0 where it is not known. */
    public final int peerPort() {
        return notes & PORT;
    }

    public final void peerPort(int port) {
        change(PORT, port & PORT);
    }

    public final boolean isNoted(int note) {
        return (notes & note) != 0;
    }

    public final void note(int note) {
        change(note, note);
    }

    /** The verdict that the session has been reported with while it is alive; null for none. */
    public final @Nullable Verdict reported() {
        return ALIVE[(notes & REPORTED) >> REPORTED_SHIFT];
    }

    /**
     * Remembers what the session is reported with.
     *
     * @param verdict one of a live session; null once that is over
     */
    public final void reported(@Nullable Verdict verdict) {
        int place = 0;
        while (ALIVE[place] != verdict) {
            place++;
        }
        change(REPORTED, place << REPORTED_SHIFT);
    }

    private void change(int mask, int bits) {
        int before = notes;
        while (!NOTES.compareAndSet(this, before, before & ~mask | bits)) {
            before = notes;
        }
    }
}

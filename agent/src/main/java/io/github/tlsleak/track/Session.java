package io.github.tlsleak.track;

import io.github.tlsleak.verdict.Event;
import io.github.tlsleak.verdict.Resource;
import io.github.tlsleak.verdict.SessionState;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * The record of one SSLSocket, SSLEngine or SSLServerSocket.
 *
 * <p>Wrapper and delegate are two records of one session: the delegate's leads to the wrapper's,
 * which holds the state of both. State moves by compare-and-set; details are written by the thread
 * that performs the handshake and read after the object is gone.
 */
final class Session extends Tracked {

    private static final AtomicIntegerFieldUpdater<Session> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Session.class, "state");

    final Resource resource;
    final Site site;
    final String thread;

    /** When it was made, or met; milliseconds since the epoch. */
    final long created;

    /** Made while another tracked object's method ran: not that one's delegate. */
    final boolean bornInside;

    private volatile int state;

    /** When the state last moved, milliseconds since the epoch. */
    volatile long changed;

    /** The record of the wrapper this object works for, or null. */
    volatile Session outer;

    /** Class of the innermost delegate, or null. */
    volatile String delegateClass;

    /** What carries the session's bytes, where that is known. */
    volatile Tracked transport;

    /** The session whose transport this object is, or null. */
    volatile Session carries;

    volatile String peerHost;
    volatile int peerPort;
    volatile String protocol;
    volatile String cipherSuite;
    volatile String closeError;

    /** Objects of this session that are still reachable; guarded by the lock of {@link Links}. */
    int members = 1;

    /** Objects of this session whose phantom has not arrived; guarded by the same. */
    int unfinalized = 1;

    /** Told or counted; touched by the collector only. */
    boolean judged;

    /** Told as open beyond the threshold; touched by the collector only. */
    boolean toldOpen;

    /** Collections that had happened when it was first seen to be over, or -1; collector only. */
    int overSince = -1;

    /** As it is made. */
    Session(
            Object object,
            ReferenceQueue<Object> queue,
            Resource resource,
            Site site,
            boolean bornInside) {
        this(object, queue, resource, site, bornInside, threadName());
    }

    /** As it is met, older than the agent: nobody knows who made it. */
    Session(Object object, ReferenceQueue<Object> queue, Resource resource, Site seen) {
        this(object, queue, resource, seen, false, null);
    }

    private Session(
            Object object,
            ReferenceQueue<Object> queue,
            Resource resource,
            Site site,
            boolean bornInside,
            String thread) {
        super(object, queue);
        this.resource = resource;
        this.site = site;
        this.bornInside = bornInside;
        this.thread = thread;
        this.created = System.currentTimeMillis();
        this.changed = created;
    }

    /** The record that holds the session's state: the outermost wrapper's. */
    Session root() {
        Session root = this;
        for (Session next = root.outer; next != null; next = root.outer) {
            root = next;
        }
        return root;
    }

    int state() {
        return state;
    }

    /** Moves the state; returns whether that changed it. */
    boolean apply(Event event) {
        while (true) {
            int before = state;
            int after = SessionState.after(before, event);
            if (before == after) {
                return false;
            }
            if (STATE.compareAndSet(this, before, after)) {
                changed = System.currentTimeMillis();
                return true;
            }
        }
    }

    /** Sets bits that no event stands for. */
    void mark(int bits) {
        int before = state;
        while (!STATE.compareAndSet(this, before, before | bits)) {
            before = state;
        }
    }

    private static String threadName() {
        Thread current = Thread.currentThread();
        String name = current.getName();
        return name.isEmpty() ? "#" + current.getId() : name;
    }
}

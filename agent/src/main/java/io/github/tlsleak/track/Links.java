package io.github.tlsleak.track;

/**
 * Wrapper and delegate made one session. The lock is held for a few assignments only, the first
 * time a pair meets, and once for each of them that is collected.
 */
@SuppressWarnings("ReferenceEquality")
final class Links {

    private static final Object LOCK = new Object();

    private Links() {}

    static void join(Session outer, Session inner) {
        if (outer.root() == inner.root()) {
            return;
        }
        synchronized (LOCK) {
            Session to = outer.root();
            Session from = inner.root();
            if (to == from) {
                return;
            }
            from.outer = to;
            to.members += from.members;
            to.unfinalized += from.unfinalized;
            to.delegateClass = from.delegateClass != null ? from.delegateClass : from.className;
            takeDetails(to, from);
            to.mark(from.state());
        }
    }

    private static void takeDetails(Session to, Session from) {
        if (to.protocol == null) {
            to.protocol = from.protocol;
            to.cipherSuite = from.cipherSuite;
        }
        if (to.peerHost == null) {
            to.peerHost = from.peerHost;
            to.peerPort = from.peerPort;
        }
        if (to.transport == null) {
            to.transport = from.transport;
        }
    }

    /** One object of the session is unreachable; returns whether it was the last. */
    static boolean lastGone(Session root) {
        synchronized (LOCK) {
            return --root.members == 0;
        }
    }

    /** Finalizers of one object of the session are done; returns whether it was the last. */
    static boolean lastFinalized(Session root) {
        synchronized (LOCK) {
            return --root.unfinalized <= 0;
        }
    }

    /** Whether a finalizer of one of the session's objects may still run. */
    static boolean awaitsFinalizer(Session root) {
        synchronized (LOCK) {
            return root.unfinalized > 0;
        }
    }
}

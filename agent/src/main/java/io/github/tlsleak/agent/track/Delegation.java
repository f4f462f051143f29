package io.github.tlsleak.agent.track;

import io.github.tlsleak.common.verdict.Resource;

/**
 * Joins the records of a wrapper and its delegate to one session, and knows when the last object of
 * a session is gone. The record of the outermost wrapper is the root of the session.
 *
 * <p>The flags of a record stand for its own object. The counts in its {@link SessionRelations}
 * stand for the objects that were joined to it.
 *
 * <p>Thread-safe. One lock is held for a few assignments: the first time a pair is found, and once
 * for each object that is collected.
 */
@SuppressWarnings("ReferenceEquality")
public final class Delegation {

    private static final Object LOCK = new Object();

    private Delegation() {}

    /** Whether {@code outer} can be the wrapper of {@code inner}, which ran inside its method. */
    static boolean mayJoin(Session outer, Session inner) {
        return outer.transport() != inner
                && !inner.is(Session.BORN_INSIDE)
                && (!inner.isNoted(SessionFlags.OUTERMOST) || isPart(outer, inner));
    }

    /**
     * Whether {@code inner} is a part of {@code outer}, although it was used as the outermost
     * object before. That is so for two objects over the same transport. It is also so for an
     * engine without a channel inside a socket, whose streams have driven the engine's handshake.
     */
    private static boolean isPart(Session outer, Session inner) {
        Tracked below = inner.transport();
        return below == null
                ? outer.origin.resource == Resource.SSL_SOCKET
                        && inner.origin.resource == Resource.SSL_ENGINE
                : below == outer.transport();
    }

    /** Joins two records. Returns whether that made one session out of two. */
    static boolean join(Session outer, Session inner) {
        if (outer.root() == inner.root()) {
            return false;
        }
        synchronized (LOCK) {
            Session to = outer.root();
            Session from = inner.root();
            if (to == from) {
                return false;
            }
            SessionRelations relations = to.relationsOrNew();
            relations.moreMembers += members(from);
            relations.moreUnfinalized += unfinalized(from);
            SessionRelations below = from.relationsOrNew();
            below.outer = to;
            relations.engineBelow |=
                    from.origin.resource == Resource.SSL_ENGINE
                            || from.relations() != null && from.relations().engineBelow;
            relations.delegateClass =
                    below.delegateClass != null ? below.delegateClass : from.origin.className;
            if (relations.transport == null) {
                relations.transport = below.transport;
            }
            if (relations.scope == null) {
                relations.scope = below.scope;
            }
            // a writer sets the details before the state, so the state is read before the details
            int state = from.state();
            if (from.isNoted(SessionFlags.PEER_SPOKE)) {
                to.note(SessionFlags.PEER_SPOKE);
            }
            takeDetails(to, from);
            to.mark(state | from.state());
            // from now on it gets no verdict of its own; if it has one already, that was counted
            return from.claim();
        }
    }

    private static void takeDetails(Session to, Session from) {
        if (to.agreed == null) {
            to.agreed = from.agreed;
        }
        if (to.peerHost == null) {
            to.peerHost = from.peerHost;
            to.peerPort(from.peerPort());
        }
    }

    /** How many objects of the session are still reachable. */
    static int members(Session root) {
        SessionRelations relations = root.relations();
        return (root.is(Session.GONE) ? 0 : 1) + (relations == null ? 0 : relations.moreMembers);
    }

    /**
     * Whether an object of the session may be reachable. For the objects below the root, the count
     * of the collector is used, which may be late.
     */
    public static boolean mayBeReachable(Session root) {
        SessionRelations relations = root.relations();
        return !root.isUnreachable() || relations != null && relations.moreMembers > 0;
    }

    /** How many objects of the session have finalizers that may still run. */
    static int unfinalized(Session root) {
        SessionRelations relations = root.relations();
        return (root.is(Session.FINALIZED) ? 0 : 1)
                + (relations == null ? 0 : relations.moreUnfinalized);
    }

    /**
     * An object of the session is unreachable. It may be called again with the same object. Returns
     * whether no object of the session is left.
     */
    public static boolean lastGone(Session session) {
        synchronized (LOCK) {
            Session root = session.root();
            if (!session.is(Session.GONE)) {
                session.mark(Session.GONE);
                if (root != session) {
                    root.relationsOrNew().moreMembers--;
                }
            }
            return members(root) == 0;
        }
    }

    /**
     * The finalizers of an object have run. It may be called again with the same object. Returns
     * whether the finalizers of all objects of the session have run.
     */
    public static boolean lastFinalized(Session session) {
        synchronized (LOCK) {
            Session root = session.root();
            if (!session.is(Session.FINALIZED)) {
                session.mark(Session.FINALIZED);
                if (root != session) {
                    root.relationsOrNew().moreUnfinalized--;
                }
            }
            return unfinalized(root) <= 0;
        }
    }

    /** Whether a finalizer of one of the session's objects may still run. */
    public static boolean awaitsFinalizer(Session root) {
        synchronized (LOCK) {
            return unfinalized(root) > 0;
        }
    }
}

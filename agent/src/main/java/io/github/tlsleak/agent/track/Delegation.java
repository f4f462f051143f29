package io.github.tlsleak.agent.track;

import io.github.tlsleak.common.verdict.Resource;

/**
 * Wrapper and delegate made one session. The lock is held for a few assignments only, the first
 * time a pair meets, and once for each of them that is collected.
 *
 * <p>A record counts its own object with its flags, those joined to it with its {@link
 * SessionRelations}.
 */
@SuppressWarnings("ReferenceEquality")
public final class Delegation {

    private static final Object LOCK = new Object();

    private Delegation() {}

    /** Whether one can be the wrapper of the other, inside of whose method that ran. */
    static boolean mayJoin(Session outer, Session inner) {
        return outer.transport() != inner
                && !inner.is(Session.BORN_INSIDE)
                && (!inner.isNoted(SessionFlags.OUTERMOST) || isPart(outer, inner));
    }

    /**
     * Whether one is part of the other all the same: over the same socket, or an engine that has no
     * channel and belongs to a socket, whose streams have driven its handshake.
     */
    private static boolean isPart(Session outer, Session inner) {
        Tracked below = inner.transport();
        return below == null
                ? outer.origin.resource == Resource.SSL_SOCKET
                        && inner.origin.resource == Resource.SSL_ENGINE
                : below == outer.transport();
    }

    /** Returns whether there is one session fewer now. */
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
            // read before the details, which are written before it
            int state = from.state();
            takeDetails(to, from);
            to.mark(state | from.state());
            // never judged on its own from now on; one that was has been counted
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

    /** Objects of the session that are still reachable. */
    static int members(Session root) {
        SessionRelations relations = root.relations();
        return (root.is(Session.GONE) ? 0 : 1) + (relations == null ? 0 : relations.moreMembers);
    }

    /** Whether an object of the session is reachable; of those below it as far as is known. */
    public static boolean mayBeReachable(Session root) {
        SessionRelations relations = root.relations();
        return !root.isUnreachable() || relations != null && relations.moreMembers > 0;
    }

    /** Objects of the session whose phantom has not arrived. */
    static int unfinalized(Session root) {
        SessionRelations relations = root.relations();
        return (root.is(Session.FINALIZED) ? 0 : 1)
                + (relations == null ? 0 : relations.moreUnfinalized);
    }

    /**
     * An object of the session is unreachable, told once or more; returns whether it was the last.
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

    /** Finalizers of an object are done, told once or more; returns whether it was the last. */
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

package io.github.tlsleak.agent.track;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions whose own object is gone and which have no verdict yet: a delegate is still in use, or
 * the fate of the transport is awaited. Changed by the collector only, read by any thread.
 */
public final class CollectedSessions {

    private final IdentityTable table;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

    CollectedSessions(IdentityTable table) {
        this.table = table;
    }

    /** Takes a record, whose object is gone, out of the table. */
    public void take(Tracked record) {
        if (record instanceof Session && isPending((Session) record)) {
            sessions.add((Session) record);
        }
        table.remove(record);
    }

    private static boolean isPending(Session session) {
        return session.outer() == null && !session.is(Session.JUDGED);
    }

    /** Lets go of those that have a verdict, or have become part of another session. */
    void sweep() {
        if (sessions.isEmpty()) {
            return;
        }
        for (Iterator<Session> it = sessions.iterator(); it.hasNext(); ) {
            if (!isPending(it.next())) {
                it.remove();
            }
        }
    }

    public Iterable<Session> all() {
        return sessions;
    }

    void clear() {
        sessions.clear();
    }
}

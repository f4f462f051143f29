package io.github.tlsleak.agent.track;

import io.github.tlsleak.common.verdict.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What has become of all sessions at one moment: each is in exactly one part, so that the parts
 * make up {@link #sessions}. Immutable.
 */
public final class SessionBalance {

    /** Closed in order, collected or not. */
    public final long closed;

    /** Those that ended in another way, by verdict; what is certain of reachable ones included. */
    public final Map<Verdict, Long> ended;

    /** Those that somebody still has to close. */
    public final long open;

    /** Reachable ones without a connection or handshake so far. */
    public final long notUsedYet;

    /** Those that are over or unreachable, and whose verdict has still to fall. */
    public final long awaitingVerdict;

    /** Those that were given up: what happened to them was not seen. */
    public final long notJudged;

    /** The sum of all these. */
    public final long sessions;

    /** Server sockets, which are no sessions. */
    public final long serverSockets;

    private SessionBalance(Counting c) {
        Map<Verdict, Long> others = new EnumMap<>(c.ended);
        Long inOrder = others.remove(Verdict.CLOSED);
        closed = inOrder == null ? 0 : inOrder;
        ended = Collections.unmodifiableMap(others);
        open = c.open;
        notUsedYet = c.notUsedYet;
        awaitingVerdict = c.awaitingVerdict;
        notJudged = c.notJudged;
        serverSockets = c.serverSockets;
        long sum = closed + open + notUsedYet + awaitingVerdict + notJudged;
        for (long count : others.values()) {
            sum += count;
        }
        sessions = sum;
    }

    /** The parts while they are counted. One thread. */
    public static final class Counting {
        public final Map<Verdict, Long> ended;
        final long notJudged;
        final long serverSockets;
        public long open;
        public long notUsedYet;
        public long awaitingVerdict;

        /** Begins with what is counted already. */
        public Counting(Totals totals) {
            ended = totals.ends();
            notJudged = totals.notJudged();
            serverSockets = totals.serverSockets();
        }

        public SessionBalance done() {
            return new SessionBalance(this);
        }
    }
}

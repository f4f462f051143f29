package io.github.tlsleak.common.verdict;

import static io.github.tlsleak.common.verdict.Wording.both;
import static io.github.tlsleak.common.verdict.Wording.of;

/** The rows of {@link VerdictTable} for what is alive. Stateless. */
final class LivingVerdictRows {

    private LivingVerdictRows() {}

    static void put() {
        stuck();
        alive();
        many();
    }

    private static void stuck() {
        VerdictTable.put(
                Verdict.STUCK,
                "alive, and its handshake does not end",
                of(
                        "the peer does not answer, and no timeout ends the wait: the descriptor, the"
                                + " memory and often a thread stay taken",
                        "the peer does not answer, and no timeout ends the wait: the channel and the"
                                + " memory stay taken"),
                of(
                        "set a timeout for the handshake (setSoTimeout before startHandshake(), or"
                                + " the client's connect timeout), and close the socket when it"
                                + " expires",
                        "close the channel when the handshake has not finished in time (Netty:"
                                + " SslHandler.setHandshakeTimeout)"));
        VerdictTable.put(
                Verdict.PEER_CLOSED,
                "alive, though the peer has closed",
                of(
                        "the peer is gone and this side has not closed: the descriptor stays taken"
                                + " (CLOSE_WAIT), and the next use of the session fails",
                        "the peer is gone and this side has not closed: the channel stays taken"
                                + " (CLOSE_WAIT), and the next use of the session fails"),
                of(
                        "close the socket when read() answers -1; in a pool, evict connections that"
                                + " the peer has closed",
                        VerdictTable.CLOSE_ENGINE));
        VerdictTable.put(
                Verdict.CLOSE_BLOCKED,
                "alive, and the thread that closes it hangs",
                both(
                        "close() waits for the peer or for a lock, and with it the thread that"
                                + " called it"),
                both(
                        "set a timeout (setSoTimeout) before the close, and let no writer block the"
                                + " thread that closes"));
    }

    private static void alive() {
        VerdictTable.put(
                Verdict.RETAINED,
                "over, but still reachable",
                both(
                        "a session that is over holds its buffers and keys as long as it is"
                                + " reachable"),
                both("drop the reference when the session is over"));
        VerdictTable.put(
                Verdict.OPEN,
                "still open, idle for longer than the threshold",
                both("a connection nobody uses may be one that somebody forgot"),
                both("close it, or raise threshold if it is meant to idle"));
    }

    private static void many() {
        VerdictTable.put(
                Verdict.SESSION_HOARD,
                "ever more alive",
                both(
                        "sessions of this site stay alive and their number keeps growing: something"
                                + " holds them, and nothing closes them"),
                both(
                        "close each connection when its work is done, or give the pool, map or"
                                + " cache that holds them a bound"));
        VerdictTable.put(
                Verdict.SESSION_CHURN,
                "opened anew for each use, with a full handshake each time",
                both(
                        "each new session costs round trips and a signature on both sides, though"
                                + " it goes to the same peer as the one before"),
                both("keep connections for the next request, or share one SSLContext"));
        VerdictTable.put(
                Verdict.CACHE_HOARD,
                "session cache grown large",
                both(
                        "the cache keeps TLS sessions, with their certificates, until its limit or"
                                + " the timeout is reached"),
                both(
                        "bound it: SSLSessionContext.setSessionCacheSize() and setSessionTimeout(),"
                                + " or -Djavax.net.ssl.sessionCacheSize"));
    }
}

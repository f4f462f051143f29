package io.github.tlsleak.common.verdict;

import static io.github.tlsleak.common.verdict.Wording.both;
import static io.github.tlsleak.common.verdict.Wording.of;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The texts of all verdicts. Each verdict has one row: what happened, why it matters, how to fix
 * it. Texts for sockets come first, then those for engines. Immutable, thread-safe.
 */
final class VerdictTable {

    private static final String TRUNCATION =
            "the peer cannot tell end of data from a truncation attack (RFC 8446, 6.1)";
    static final String CLOSE_ENGINE =
            "call closeOutbound(), wrap until isOutboundDone(), send those bytes, then close the"
                    + " channel";
    private static final Wording CLOSE =
            of("close the socket in every path, best with try-with-resources", CLOSE_ENGINE);
    private static final Wording CLOSE_ON_ERROR =
            of("close the socket where startHandshake(), read() or write() throws", CLOSE_ENGINE);
    private static final Wording SHARE_CONTEXT =
            both("make one SSLContext, or the client object that makes it, and share it");

    private static final Map<Verdict, Row> ROWS = new EnumMap<>(Verdict.class);

    /** A server socket has no session, so {@code LOST} has other words for it. */
    private static final Row LOST_SERVER_SOCKET =
            new Row(
                    "collected without close()",
                    both(
                            "nobody called close(): the port stays taken until the garbage"
                                    + " collector runs"),
                    CLOSE);

    static {
        dropped();
        halfWay();
        neverEstablished();
        notClosedWell();
        over();
        LivingVerdictRows.put();
        contexts();
    }

    private VerdictTable() {}

    static Row row(Verdict verdict, Resource resource) {
        return verdict == Verdict.LOST && resource == Resource.SSL_SERVER_SOCKET
                ? LOST_SERVER_SOCKET
                : Objects.requireNonNull(ROWS.get(verdict), verdict.name());
    }

    private static void dropped() {
        put(
                Verdict.LOST,
                "collected without close_notify",
                of(
                        "nobody called close(): "
                                + TRUNCATION
                                + ", and the descriptor stays open until the garbage collector runs",
                        "nobody called closeOutbound(): " + TRUNCATION),
                CLOSE);
        put(
                Verdict.RESCUED,
                "collected unclosed, closed only by its finalizer",
                of(
                        "nobody called close(): the finalizer did, which JDK 19 removed"
                                + " (JDK-8212136); until it runs the descriptor stays open",
                        "nobody called closeOutbound(): only a finalizer did, and it may run late"
                                + " or never"),
                CLOSE);
    }

    private static void halfWay() {
        put(
                Verdict.UNANSWERED,
                "collected after the peer closed, never closed on this side",
                of(
                        "reading -1 does not close a socket: the descriptor stays open until the"
                                + " garbage collector runs",
                        "the peer said close_notify or was gone, and closeOutbound() was never"
                                + " called"),
                of("call close() when read() answers -1", CLOSE_ENGINE));
        put(
                Verdict.HALF_CLOSED,
                "closed in one direction only",
                of(
                        "shutdownInput() and shutdownOutput() do not free the descriptor, close()"
                                + " does",
                        "only one direction was closed"),
                of("call close() after the half-close, in a finally block", CLOSE_ENGINE));
    }

    private static void neverEstablished() {
        put(
                Verdict.ABANDONED,
                "collected in the middle of a handshake",
                of(
                        "a handshake that times out leaves the socket and its descriptor open",
                        "the handshake was neither finished nor closed"),
                CLOSE_ON_ERROR);
        put(
                Verdict.UNUSED,
                "connected, never used, collected without close()",
                both("the connection was made, no handshake followed, nobody called close()"),
                CLOSE);
    }

    private static void notClosedWell() {
        put(
                Verdict.UNSENT,
                "closed, but no close_notify was produced",
                both("close was asked for, but the close_notify was never produced: " + TRUNCATION),
                of(
                        "let close() send it: do not close, shut or replace the transport first,"
                                + " and let no writer block",
                        "wrap after closeOutbound() until isOutboundDone(), and send those bytes"));
        put(
                Verdict.UNDERCUT,
                "transport closed underneath, no close_notify sent",
                of(
                        "the transport was closed before the session: " + TRUNCATION,
                        "the channel was closed before the session: " + TRUNCATION),
                both(
                        "close the SSLSocket (or wrap and send after closeOutbound()) before the"
                                + " socket below it"));
        put(
                Verdict.CLOSE_FAILED,
                "close_notify could not be sent",
                both("the transport did not take the close_notify: " + TRUNCATION),
                both("look at the exception: the connection broke before the close"));
    }

    private static void over() {
        put(
                Verdict.NATIVE,
                "over, its native memory not freed by the program",
                both(
                        "memory outside of the heap stays taken until a finalizer frees it, for ever"
                                + " if there is none: the process grows and the heap does not show"
                                + " it"),
                both(
                        "call closeOutbound(), wrap, then closeInbound(); with Netty release the"
                                + " engine, as SslHandler does where the channel is closed or the"
                                + " handler removed"));
        put(
                Verdict.FAILED,
                "failed, and its descriptor was left open",
                both(
                        "a fatal alert ended the session, but neither the provider nor the program"
                                + " closed the socket"),
                CLOSE_ON_ERROR);
        for (Verdict counted : new Verdict[] {Verdict.CUT, Verdict.CLOSED}) {
            put(counted, "ended without a close_notify of its own", both(TRUNCATION), CLOSE);
        }
    }

    private static void contexts() {
        put(
                Verdict.CONTEXT_CHURN,
                "ever new SSLContexts, hardly used",
                both(
                        "each context loads its trust store and has its own session cache: no"
                                + " session is ever resumed"),
                SHARE_CONTEXT);
        put(
                Verdict.CONTEXT_HOARD,
                "ever more SSLContexts alive",
                both(
                        "a context keeps its key and trust material and its session cache as long"
                                + " as it is reachable"),
                SHARE_CONTEXT);
    }

    static void put(Verdict verdict, String what, Wording why, Wording fix) {
        ROWS.put(verdict, new Row(what, why, fix));
    }

    /** The texts of one verdict. Immutable. */
    static final class Row {
        final String what;
        final Wording why;
        final Wording fix;

        private Row(String what, Wording why, Wording fix) {
            this.what = what;
            this.why = why;
            this.fix = fix;
        }
    }
}

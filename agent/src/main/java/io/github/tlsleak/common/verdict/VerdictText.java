package io.github.tlsleak.common.verdict;

/** The sentences of a report: what happened, why it matters, how to mend it. */
public final class VerdictText {

    private static final String TRUNCATION =
            "the peer cannot tell end of data from a truncation attack (RFC 8446, 6.1)";
    private static final String CLOSE_SOCKET =
            "close the socket in every path, best with try-with-resources";
    private static final String CLOSE_ENGINE =
            "call closeOutbound(), wrap until isOutboundDone(), send those bytes, then close the"
                    + " channel";

    private VerdictText() {}

    /** As {@link #headline(Verdict, Resource)}, with what is special about it, if anything is. */
    public static String headline(
            Verdict verdict, Resource resource, Detail detail, String closer) {
        String special = detail == null ? null : detail.headline(closer);
        return special == null ? headline(verdict, resource) : special;
    }

    /** As {@link #why(Verdict, Resource)}, likewise. */
    public static String why(Verdict verdict, Resource resource, Detail detail) {
        String special = detail == null ? null : detail.why();
        return special == null ? why(verdict, resource) : special;
    }

    /** As {@link #fix(Verdict, Resource)}, likewise. */
    public static String fix(Verdict verdict, Resource resource, Detail detail) {
        String special = detail == null ? null : detail.fix();
        return special == null ? fix(verdict, resource) : special;
    }

    /**
     * What happened, to stand behind the verdict's name.
     *
     * @param verdict the verdict
     * @param resource what held the session
     * @return half a sentence, without the resource's name
     */
    public static String headline(Verdict verdict, Resource resource) {
        switch (verdict) {
            case LOST:
                return resource == Resource.SSL_SERVER_SOCKET
                        ? "collected without close()"
                        : "collected without close_notify";
            case RESCUED:
                return "collected unclosed, closed only by its finalizer";
            case UNANSWERED:
                return "collected after the peer closed, never closed on this side";
            case HALF_CLOSED:
                return "closed in one direction only";
            case ABANDONED:
                return "collected in the middle of a handshake";
            case UNUSED:
                return "connected, never used, collected without close()";
            case NATIVE:
                return "over, its native memory not freed by the program";
            case RETAINED:
                return "over, but still reachable";
            case UNSENT:
                return "closed, but no close_notify was produced";
            case UNDERCUT:
                return "transport closed underneath, no close_notify sent";
            case CLOSE_FAILED:
                return "close_notify could not be sent";
            case FAILED:
                return "failed, and its descriptor was left open";
            case OPEN:
                return "still open, idle for longer than the threshold";
            default:
                return "ended without a close_notify of its own";
        }
    }

    /**
     * Why it matters.
     *
     * @param verdict the verdict
     * @param resource what held the session
     * @return a sentence
     */
    public static String why(Verdict verdict, Resource resource) {
        boolean engine = resource == Resource.SSL_ENGINE;
        switch (verdict) {
            case LOST:
                if (resource == Resource.SSL_SERVER_SOCKET) {
                    return "nobody called close(): the port stays taken until the collector runs";
                }
                return "nobody called "
                        + (engine ? "closeOutbound()" : "close()")
                        + ": "
                        + TRUNCATION
                        + (engine
                                ? ""
                                : ", and the descriptor stays open until the collector runs");
            case RESCUED:
                if (engine) {
                    return "nobody called closeOutbound(): only a finalizer did, which may come late"
                            + " or never";
                }
                return "nobody called close(): the finalizer did, which JDK 19 removed (JDK-8212136);"
                        + " until it runs the descriptor stays open";
            case UNANSWERED:
                return engine
                        ? "the peer said close_notify or was gone, and closeOutbound() was never called"
                        : "reading -1 does not close a socket: the descriptor stays open until the"
                                + " collector runs";
            case HALF_CLOSED:
                return engine
                        ? "only one direction was closed"
                        : "shutdownInput() and shutdownOutput() do not free the descriptor, close()"
                                + " does";
            case ABANDONED:
                return engine
                        ? "the handshake was neither finished nor closed"
                        : "a handshake that times out leaves the socket open: the descriptor leaks";
            case UNUSED:
                return "the connection was made, no handshake followed, nobody called close()";
            default:
                return whyOver(verdict, engine);
        }
    }

    private static String whyOver(Verdict verdict, boolean engine) {
        switch (verdict) {
            case NATIVE:
                return "memory outside of the heap stays taken until a finalizer frees it, for ever if"
                        + " there is none: the process grows and the heap does not show it";
            case RETAINED:
                return "a session that is over holds its buffers and keys as long as it is reachable";
            case UNSENT:
                return "close was asked for, but the close_notify was never produced: "
                        + TRUNCATION;
            case UNDERCUT:
                return (engine
                                ? "the channel was closed before"
                                : "the raw socket was closed before")
                        + " the TLS layer: "
                        + TRUNCATION;
            case CLOSE_FAILED:
                return "the transport did not take the close_notify: " + TRUNCATION;
            case FAILED:
                return "a fatal alert ended the session, but neither the provider nor the program"
                        + " closed the socket";
            case OPEN:
                return "a connection nobody uses may be one that somebody forgot";
            default:
                return TRUNCATION;
        }
    }

    /**
     * How to mend it.
     *
     * @param verdict the verdict
     * @param resource what held the session
     * @return an instruction
     */
    public static String fix(Verdict verdict, Resource resource) {
        boolean engine = resource == Resource.SSL_ENGINE;
        switch (verdict) {
            case UNANSWERED:
                return engine ? CLOSE_ENGINE : "call close() when read() answers -1";
            case HALF_CLOSED:
                return engine
                        ? CLOSE_ENGINE
                        : "call close() after the half-close, in a finally block";
            case ABANDONED:
            case FAILED:
                return engine
                        ? CLOSE_ENGINE
                        : "close the socket where startHandshake(), read() or write() throws";
            case NATIVE:
                return "call closeOutbound(), wrap, then closeInbound(); with Netty release the engine,"
                        + " as SslHandler does where the channel is closed or the handler removed";
            case RETAINED:
                return "drop the reference when the session is over";
            case UNSENT:
                return engine
                        ? "wrap after closeOutbound() until isOutboundDone(), and send those bytes"
                        : "let close() send it: do not close, shut or replace what is below first,"
                                + " and keep no writer blocked";
            case UNDERCUT:
                return "close the SSLSocket (or wrap and send after closeOutbound()) before the socket"
                        + " below it";
            case CLOSE_FAILED:
                return "look at the exception: the connection broke before the close";
            case OPEN:
                return "close it, or raise threshold if it is meant to idle";
            default:
                return engine ? CLOSE_ENGINE : CLOSE_SOCKET;
        }
    }
}

package io.github.tlsleak.it.peer;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a {@link Peer} does with a connection.
 *
 * @param action how it behaves after the first data was exchanged, or instead of the exchange
 * @param talks what it says; a new object for each connection
 */
record PeerScript(Action action, Supplier<PeerTalk> talks) {

    /** The ways to behave. */
    enum Action {
        /** Reads to the end; answers a close_notify with its own and closes TCP. */
        AWAIT,
        /** As AWAIT, and tells the other side that there will be no further exchange. */
        LAST,
        /** Records the end but never sends or closes anything by itself. */
        SILENT,
        /** Sends close_notify, leaves TCP open. */
        CLOSE_NOTIFY,
        /** Sends close_notify and ends the TCP stream, still reading. */
        CLOSED,
        /** Ends the TCP stream without a close_notify, still reading. */
        FIN,
        /** Resets the TCP connection. */
        RESET,
        /** Takes the request, never answers, reads to the end (server). */
        MUTE,
        /** Asks, then ends TLS and TCP before the answer (client). */
        LEAVE,
        /** Never answers (server) or sends (client) a ClientHello. */
        STALL,
        /** Sends a ClientHello, and nothing more (client). */
        HELLO,
        /** Answers the ClientHello with the fatal alert handshake_failure. */
        FAIL,
        /** Refuses the certificate (client). */
        DISTRUST,
        /** Sends bytes that are not TLS (client). */
        GARBAGE,
        /** TCP only. */
        PLAIN,
        /** Connects and closes (client). */
        TCP_ONLY,
        /** Stops reading for some seconds after the first exchange, then reads to the end. */
        DEAF,
        /** Never reads after the first exchange, and leaves TCP open. */
        UNREAD
    }

    private static final Map<String, Supplier<PeerTalk>> TALKS =
            Map.of(
                    "http", () -> PeerText.http(1),
                    "twice", () -> PeerText.http(2),
                    "slow", PeerText::slow,
                    "h2", () -> new PeerH2(false),
                    "grpc", () -> new PeerH2(true));

    /**
     * Parses a script: {@code await}, {@code tcp-only}, {@code http-close_notify} and so on. The
     * prefix {@code twice} is HTTP with two requests of a client, {@code slow} is ping and pong
     * after a while, {@code h2} is HTTP/2.
     */
    static PeerScript parse(String text) {
        int dash = text.indexOf('-');
        Supplier<PeerTalk> talk = TALKS.get(text.substring(0, Math.max(dash, 0)));
        String action = talk == null ? text : text.substring(dash + 1);
        return new PeerScript(
                Action.valueOf(action.replace('-', '_').toUpperCase(Locale.ROOT)),
                talk == null ? PeerText::ping : talk);
    }
}

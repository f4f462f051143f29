package io.github.tlsleak.it;

/**
 * What a {@link Peer} does with a connection.
 *
 * @param action how it behaves once the first data has been exchanged, or instead of that
 * @param http whether the data is HTTP/1.1 rather than ping and pong
 */
record PeerScript(Action action, boolean http) {

    /** The ways to behave. */
    enum Action {
        /** Reads to the end; answers a close_notify with its own and closes TCP. */
        AWAIT,
        /** Records the end but never sends or closes anything by itself. */
        SILENT,
        /** Sends close_notify, leaves TCP open. */
        CLOSE_NOTIFY,
        /** Ends the TCP stream without a close_notify, still reading. */
        FIN,
        /** Resets the TCP connection. */
        RESET,
        /** Never answers (server) or sends (client) a ClientHello. */
        STALL,
        /** Answers the ClientHello with the fatal alert handshake_failure. */
        FAIL,
        /** TCP only. */
        PLAIN,
        /** Connects and closes (client). */
        TCP_ONLY,
        /** Stops reading for some seconds after the first exchange, then reads to the end. */
        DEAF
    }

    private static final String HTTP = "http-";

    /** Parses {@code await}, {@code tcp-only}, {@code http-close_notify} and so on. */
    static PeerScript parse(String text) {
        boolean http = text.startsWith(HTTP);
        String action = http ? text.substring(HTTP.length()) : text;
        return new PeerScript(
                Action.valueOf(action.replace('-', '_').toUpperCase(java.util.Locale.ROOT)), http);
    }

    String request() {
        return http ? "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" : "ping";
    }

    String response() {
        return http ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok" : "pong";
    }

    boolean isWholeRequest(String data) {
        return http ? data.endsWith("\r\n\r\n") : data.length() >= 4;
    }

    /** The body of every answer in the scenarios is {@code ok}. */
    boolean isWholeResponse(String data) {
        return http ? data.endsWith("ok") : data.length() >= 4;
    }
}

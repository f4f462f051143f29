package io.github.tlsleak.bench.load.http;

/**
 * A server on the loopback that never closes an idle connection, because a JVM may wait for minutes
 * for its turn. It answers each request with {@code OK}, each WebSocket message with the same.
 */
interface LoopbackServer {

    /**
     * Starts the server.
     *
     * @param protocol {@code closed}, {@code kept}, {@code h2} or {@code websocket}
     * @return its port
     * @throws IllegalArgumentException if it does not speak the protocol
     */
    int start(String protocol) throws Exception;
}

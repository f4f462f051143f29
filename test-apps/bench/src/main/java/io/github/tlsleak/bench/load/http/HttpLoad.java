package io.github.tlsleak.bench.load.http;

import io.github.tlsleak.bench.load.meter.Meter;
import java.io.IOException;

/**
 * {@code WARMUP MEASURE jdk|netty|tomcat|jetty closed|kept|h2|websocket CONNECTIONS}: requests or
 * messages over TLS on the loopback. One thread asks on the connections in turn, so one request is
 * under way at a time and the work of each is the same.
 */
public final class HttpLoad {
    private static final int BATCH = 20;

    private final Conversation[] conversations;
    private int next;

    private HttpLoad(int port, String protocol, int connections) throws IOException {
        conversations = new Conversation[connections];
        for (int i = 0; i < connections; i++) {
            conversations[i] = open(port, protocol);
        }
    }

    public static void main(String[] args) throws Exception {
        String protocol = args[3];
        int port = server(args[2], protocol).start(protocol);
        HttpLoad load = new HttpLoad(port, protocol, Integer.parseInt(args[4]));
        int batch = protocol.equals("closed") ? 1 : BATCH;
        Meter.run(args[0], args[1], () -> load.exchange(batch));
        for (Conversation conversation : load.conversations) {
            // a collection before the summary would find the connection open and report a leak
            conversation.close();
        }
        System.exit(0);
    }

    /** Servers that need a newer Java than 8 are in {@code src/main/java17}. */
    private static LoopbackServer server(String name, String protocol) throws Exception {
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        boolean apart = name.equals("netty") && protocol.equals("h2");
        return Class.forName(
                        "io.github.tlsleak.bench.load.http."
                                + type
                                + (apart ? "Http2Server" : "Server"))
                .asSubclass(LoopbackServer.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static Conversation open(int port, String protocol) throws IOException {
        switch (protocol) {
            case "h2":
                return new Http2Requests(port);
            case "websocket":
                return new WebSocketMessages(port);
            default:
                return new Http1Requests(port, protocol.equals("kept"));
        }
    }

    private long exchange(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            conversations[next].exchange();
            next = (next + 1) % conversations.length;
        }
        return times;
    }
}

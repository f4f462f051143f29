package io.github.tlsleak.apps.demo;

import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Reads prices by an {@link SSLEngine} over a {@link SocketChannel}. */
final class PriceFeed {
    private final SSLContext context;
    private final int port;
    private final List<Reference<?>> sessions;

    PriceFeed(SSLContext context, int port, List<Reference<?>> sessions) {
        this.context = context;
        this.port = port;
        this.sessions = sessions;
    }

    /** The bug: neither engine nor channel is closed; the server waits for a close_notify. */
    String read() throws IOException {
        SSLEngine engine = context.createSSLEngine("127.0.0.1", port);
        engine.setUseClientMode(true);
        sessions.add(new WeakReference<>(engine));
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        EngineLink link = new EngineLink(channel, engine);
        link.handshake();
        link.send("GET /prices HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return body(link);
    }

    private static String body(EngineLink link) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("coffee 5")) {
            answer.append(link.receive());
        }
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}

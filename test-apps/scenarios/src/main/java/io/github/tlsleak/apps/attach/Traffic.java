package io.github.tlsleak.apps.attach;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/**
 * Clients that never rest. Each connects, sends some requests, closes and connects again. Half of
 * them use engines, the others sockets. Counters are thread-safe.
 */
final class Traffic {
    private static final int REQUESTS_A_CONNECTION = 20;
    private static final String HOST = "127.0.0.1";

    private final SSLContext context;
    private final int port;
    private final long thinkMillis;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final AtomicReference<String> lastFailure = new AtomicReference<>("none");

    Traffic(SSLContext context, int port, long thinkMillis) {
        this.context = context;
        this.port = port;
        this.thinkMillis = thinkMillis;
    }

    void start(int clients) {
        for (int i = 0; i < clients; i++) {
            boolean engine = i % 2 == 1;
            EngineLink.start(() -> run(engine), "client-" + i);
        }
    }

    private void run(boolean engine) {
        while (true) {
            try {
                if (engine) {
                    byEngine();
                } else {
                    bySocket();
                }
            } catch (IOException | RuntimeException e) {
                failures.incrementAndGet();
                lastFailure.set(e.toString().replace(' ', '_'));
                Stage.sleep(10);
            }
        }
    }

    private void bySocket() throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(HOST, port);
        Talk talk = new SocketTalk(socket);
        for (int i = 0; i < REQUESTS_A_CONNECTION; i++) {
            long start = System.nanoTime();
            talk.exchange();
            counted(start);
        }
        talk.close();
    }

    private void byEngine() throws IOException {
        SSLEngine engine = context.createSSLEngine(HOST, port);
        engine.setUseClientMode(true);
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(HOST, port));
        EngineLink link = new EngineLink(channel, engine);
        link.handshake();
        for (int i = 0; i < REQUESTS_A_CONNECTION; i++) {
            long start = System.nanoTime();
            link.send("ping");
            link.receive();
            counted(start);
        }
        engine.closeOutbound();
        link.flush();
        channel.close();
    }

    private void counted(long start) {
        long took = System.nanoTime() - start;
        slowestNanos.accumulateAndGet(took, Math::max);
        requests.incrementAndGet();
        Stage.sleep(thinkMillis);
    }

    /** Counters since the start, and the slowest request since the last call. */
    String stats() {
        long slowest = slowestNanos.getAndSet(0) / 1_000_000;
        return String.format(
                "requests=%d failures=%d slowestMillis=%d lastFailure=%s",
                requests.get(), failures.get(), slowest, lastFailure.get());
    }
}

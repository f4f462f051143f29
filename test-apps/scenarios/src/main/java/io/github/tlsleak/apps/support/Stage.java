package io.github.tlsleak.apps.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.ref.Reference;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What a test program is given: the peer's address, the TLS version, a context that trusts its own
 * certificate, the exchange of ping and pong, and a method that waits for the collection of
 * objects. The programs create sockets and engines themselves, so the responsible frames are their
 * own. Thread-safe.
 */
public class Stage {
    private static final long DEADLINE_NANOS = 20_000_000_000L;

    private final String host;
    private final int port;
    private final String tls;
    private SSLContext context;

    protected Stage(String host, int port, String tls) {
        this.host = host;
        this.port = port;
        this.tls = tls;
    }

    /** Reads {@code HOST PORT TLS}. A scenario without a peer gets port 0. */
    public static Stage of(String[] args) {
        return new Stage(args[0], Integer.parseInt(args[1]), args[2]);
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** The protocols to enable: only the version of this run. */
    public String[] protocols() {
        return new String[] {"TLSv" + tls};
    }

    /** The one context of this run; it trusts the certificate that it presents. */
    public synchronized SSLContext context() {
        if (context == null) {
            context = init(newContext());
        }
        return context;
    }

    public SSLSocketFactory factory() {
        return context().getSocketFactory();
    }

    private static SSLContext newContext() {
        try {
            return SSLContext.getInstance("TLS");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Initialises a context of the scenario with the shared key and trust store. */
    public static SSLContext init(SSLContext context) {
        return Keys.init(context);
    }

    /** Restricts a socket to the version of this run. */
    public SSLSocket restrict(Socket socket) {
        SSLSocket ssl = (SSLSocket) socket;
        ssl.setEnabledProtocols(protocols());
        return ssl;
    }

    /** Client side: handshake, send ping, read pong. */
    public SSLSocket ping(Socket socket) throws IOException {
        SSLSocket ssl = restrict(socket);
        ssl.startHandshake();
        ssl.getOutputStream().write(ascii("ping"));
        ssl.getOutputStream().flush();
        expect("pong", ssl);
        return ssl;
    }

    /** Server side: handshake, read ping, send pong. */
    public SSLSocket pong(Socket socket) throws IOException {
        SSLSocket ssl = restrict(socket);
        ssl.startHandshake();
        expect("ping", ssl);
        ssl.getOutputStream().write(ascii("pong"));
        ssl.getOutputStream().flush();
        return ssl;
    }

    private static void expect(String text, Socket socket) throws IOException {
        byte[] got = new byte[text.length()];
        new DataInputStream(socket.getInputStream()).readFully(got);
        if (!text.equals(new String(got, StandardCharsets.US_ASCII))) {
            throw new IOException("unexpected data");
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Connects to the peer and lets the engine talk over the connection as a client. */
    public EngineLink connect(SSLEngine engine) throws IOException {
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(protocols());
        return new EngineLink(SocketChannel.open(new InetSocketAddress(host, port)), engine);
    }

    /** Prints the port that the test must connect to. */
    public SSLServerSocket listening(SSLServerSocket server) {
        listening(server.getLocalPort());
        return server;
    }

    public void listening(int localPort) {
        System.out.println("LISTENING " + localPort);
    }

    /** Collects garbage until all the objects are gone and their finalizers had time to run. */
    public static void awaitCollected(Reference<?>... references) {
        long start = System.nanoTime();
        for (Reference<?> reference : references) {
            while (reference.get() != null) {
                if (System.nanoTime() - start > DEADLINE_NANOS) {
                    throw new IllegalStateException("still reachable: " + reference.get());
                }
                collect();
            }
        }
        // Finalizers run after the reference is cleared; what they release needs further rounds.
        for (int i = 0; i < 4; i++) {
            collect();
        }
    }

    private static void collect() {
        System.gc();
        sleep(50);
    }

    public static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says that the scenario is over. Keeps the JVM until the test has looked at the peer. */
    public static void done() throws IOException {
        System.out.println("DONE");
        int next = System.in.read();
        while (next != -1 && next != '\n') {
            next = System.in.read();
        }
    }
}

package io.github.tlsleak.it.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/**
 * The other side of a scenario. It plays a {@linkplain PeerScript script} and records what it
 * received as the end of each connection: {@code close_notify}, {@code eof}, {@code reset}, {@code
 * fatal} or {@code nothing}. It uses only the JDK, so that it also runs outside of the tests.
 */
public final class Peer implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final int HELD_SECONDS = 15;
    private static final String STORES = "/io/github/tlsleak/apps/support/";

    private final PeerScript script;
    private final String tls;
    private final boolean client;
    private final SSLContext context;
    private final List<PeerConnection> connections = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch go = new CountDownLatch(0);
    private ServerSocket listener;

    private Peer(String script, String tls, boolean client) {
        this.script = PeerScript.parse(script);
        this.tls = tls;
        this.client = client;
        this.context = newContext(this.script.action() != PeerScript.Action.DISTRUST);
    }

    /** Listens on a free loopback port and plays the script with each client. */
    public static Peer server(String script, String tls) throws IOException {
        Peer peer = new Peer(script, tls, false);
        peer.listener = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        start(peer::accept, "peer-accept");
        return peer;
    }

    /** Connects once to a program that listens on this loopback port. */
    public static Peer client(String script, String tls, int port) throws IOException {
        Peer peer = new Peer(script, tls, true);
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        peer.play(socket);
        return peer;
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                play(listener.accept());
            } catch (IOException e) {
                // Closed by close(): the loop ends.
            }
        }
    }

    private void play(Socket socket) throws IOException {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(client);
        PeerTalk talk = script.talks().get();
        engine.setEnabledProtocols(protocols(talk));
        if (talk.alpn() != null) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {talk.alpn()});
            engine.setSSLParameters(parameters);
        }
        PeerConnection connection = new PeerConnection(this, socket, engine, script, talk);
        connections.add(connection);
        start(connection::run, "peer-" + connections.size());
    }

    /**
     * The protocols of the engine: the TLS version of the run. Undertow refuses HTTP/2 to a client
     * that offers no cipher suite of TLS 1.2. So a client that speaks HTTP/2 also offers TLS 1.2,
     * and gets the newer version.
     */
    private String[] protocols(PeerTalk talk) {
        return client && talk.alpn() != null
                ? new String[] {"TLSv1.2", "TLSv" + tls}
                : new String[] {"TLSv" + tls};
    }

    private static void start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What each connection has received as its end so far, in the order of connecting. */
    public List<String> saw() {
        return connections.stream().map(PeerConnection::end).toList();
    }

    /** As a server: from now on ends no connection before {@link #go}. */
    Peer held() {
        go = new CountDownLatch(1);
        return this;
    }

    /** Lets the connections end: the program has read the first answer. */
    void go() {
        go.countDown();
    }

    void awaitGo() {
        try {
            go.await(HELD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many connections have finished their script. */
    int acted() {
        return (int) connections.stream().filter(PeerConnection::acted).count();
    }

    /** Whether there was a connection and all connections have ended. */
    boolean isOver() {
        return !connections.isEmpty() && connections.stream().allMatch(PeerConnection::isOver);
    }

    /** The end of the first connection, or {@code nothing} at the end of the time limit. */
    public String awaitEnd(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < deadline) {
            if (!saw().isEmpty() && !saw().get(0).equals(PeerConnection.NOTHING)) {
                return saw().get(0);
            }
            sleep(10);
        }
        return PeerConnection.NOTHING;
    }

    /**
     * Waits until the ends are the expected ones, in any order. If {@code nothing} is expected, it
     * also waits a short while, unless nothing can come. Returns the ends at last.
     */
    public List<String> awaitSaw(List<String> expected, Duration timeout) {
        List<String> wanted = expected.stream().sorted().toList();
        if (wanted.contains(PeerConnection.NOTHING) && !isOver()) {
            sleep(300);
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!saw().stream().sorted().toList().equals(wanted) && System.nanoTime() < deadline) {
            sleep(10);
        }
        return saw();
    }

    @Override
    public void close() throws IOException {
        if (listener != null) {
            listener.close();
        }
        for (PeerConnection connection : connections) {
            connection.close();
        }
    }

    public static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static SSLContext newContext(boolean trusting) {
        try {
            KeyStore store = store("keystore.p12");
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            store.setCertificateEntry("rsa", store("rsa.p12").getCertificate("localhost"));
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            // without our trust managers it uses those of the JDK, which do not know the
            // certificate
            context.init(keys.getKeyManagers(), trusting ? trust.getTrustManagers() : null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store(String name) throws IOException, GeneralSecurityException {
        try (InputStream in = Peer.class.getResourceAsStream(STORES + name)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }
}

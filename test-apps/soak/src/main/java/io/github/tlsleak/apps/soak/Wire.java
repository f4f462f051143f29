package io.github.tlsleak.apps.soak;

import io.github.tlsleak.apps.support.EngineLink;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What sessions are made with: contexts, the way to the peer, and what was left for later. Used by
 * one thread.
 */
final class Wire {

    private static final int BACKLOG = 50;

    final Contexts contexts;

    /** What engines call the peer, to find the session that they resume. */
    final String host;

    final SplittableRandom random;
    final MemoryPair memory = new MemoryPair();
    final Later later = new Later();

    /** Listens for the peer, which is the client then. */
    final SSLServerSocket listener;

    private final Map<PeerScript, Integer> ports;
    private final String[] versions;

    /**
     * Listens from now on.
     *
     * @param version of TLS, for all that talks to the peer: {@code TLSv1.2}
     * @param ports the peer's
     */
    Wire(
            String host,
            Contexts contexts,
            String version,
            Map<PeerScript, Integer> ports,
            SplittableRandom random)
            throws IOException {
        this.host = host;
        this.contexts = contexts;
        this.versions = new String[] {version};
        this.ports = ports;
        this.random = random;
        this.listener =
                (SSLServerSocket)
                        contexts.trusting
                                .getServerSocketFactory()
                                .createServerSocket(0, BACKLOG, here());
    }

    static InetAddress here() {
        return InetAddress.getLoopbackAddress();
    }

    /** Makes sockets that trust the peer. */
    SSLSocketFactory sockets() {
        return contexts.trusting.getSocketFactory();
    }

    /** The port at which the peer plays a script. */
    int port(PeerScript script) {
        return ports.get(script);
    }

    /** A plain connection to the peer. */
    Socket raw(PeerScript script) throws IOException {
        return new Socket(here(), port(script));
    }

    /** A channel to the peer, over which the engine talks as a client. */
    EngineLink link(SSLEngine engine, PeerScript script) throws IOException {
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(versions);
        return new EngineLink(
                SocketChannel.open(new InetSocketAddress(here(), port(script))), engine);
    }

    /** Lets the peer connect to the listener as a client. */
    void call(PeerScript script) throws IOException {
        try (Socket control = raw(PeerScript.CONTROL)) {
            DataOutputStream out = new DataOutputStream(control.getOutputStream());
            out.writeUTF(script.name() + ' ' + listener.getLocalPort());
            // the peer closes when it has understood
            control.getInputStream().read();
        }
    }

    /** The client's part: handshake, ping, pong. */
    SSLSocket ping(Socket socket) throws IOException {
        SSLSocket ssl = (SSLSocket) socket;
        ssl.setEnabledProtocols(versions);
        ssl.getOutputStream().write(ascii("ping"));
        expect("pong", ssl);
        return ssl;
    }

    /** The server's part. */
    SSLSocket pong(Socket socket) throws IOException {
        SSLSocket ssl = (SSLSocket) socket;
        expect("ping", ssl);
        ssl.getOutputStream().write(ascii("pong"));
        return ssl;
    }

    /** Ping and pong, then the peer does what its script says. */
    SSLSocket act(Socket socket) throws IOException {
        SSLSocket ssl = ping(socket);
        ssl.getOutputStream().write('!');
        return ssl;
    }

    private static void expect(String text, Socket socket) throws IOException {
        byte[] got = new byte[text.length()];
        new DataInputStream(socket.getInputStream()).readFully(got);
        if (!text.equals(new String(got, StandardCharsets.US_ASCII))) {
            throw new IOException("unexpected data");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

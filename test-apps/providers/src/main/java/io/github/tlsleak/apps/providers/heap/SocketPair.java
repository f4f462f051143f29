package io.github.tlsleak.apps.providers.heap;

import io.github.tlsleak.apps.providers.tls.TlsProvider;
import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A client's and a server's socket of one program that are connected with each other. */
final class SocketPair {

    private static final int MOST_MILLIS = 2_000;

    final SSLSocket client;
    final SSLSocket server;

    /** The transport of a client that is layered, else null. */
    final Socket below;

    final String host;
    final int port;

    /** Whether the server has noticed the end. */
    boolean serverKnows;

    /** A pair that is connected and has no handshake yet. */
    private SocketPair(TlsProvider provider, String tls, boolean trusts, boolean layered)
            throws IOException {
        host = "localhost";
        try (SSLServerSocket listening =
                (SSLServerSocket) provider.serverSockets().createServerSocket(0)) {
            port = listening.getLocalPort();
            below = layered ? new Socket(host, port) : null;
            client =
                    (SSLSocket)
                            (layered
                                    ? provider.sockets(trusts).createSocket(below, host, port, true)
                                    : provider.sockets(trusts).createSocket(host, port));
            server = (SSLSocket) listening.accept();
        }
        client.setEnabledProtocols(new String[] {tls});
        server.setEnabledProtocols(new String[] {tls});
    }

    static SocketPair fresh(TlsProvider provider, String tls) throws IOException {
        return new SocketPair(provider, tls, true, false);
    }

    static SocketPair layered(TlsProvider provider, String tls) throws IOException {
        return new SocketPair(provider, tls, true, true).talk();
    }

    static SocketPair open(TlsProvider provider, String tls) throws IOException {
        return fresh(provider, tls).talk();
    }

    /** A pair whose client has refused the server's certificate. */
    static SocketPair refused(TlsProvider provider, String tls) throws IOException {
        SocketPair pair = new SocketPair(provider, tls, false, false);
        Thread serving = serve(() -> pair.server.getInputStream().read());
        try {
            pair.client.startHandshake();
        } catch (IOException e) {
            pair.serverKnows = ends(serving);
            return pair;
        }
        throw new IllegalStateException("the client must refuse the certificate");
    }

    /** Something that may fail, because the other side has ended. */
    interface Serving {
        void run() throws IOException;
    }

    static Thread serve(Serving serving) {
        return EngineLink.start(
                () -> {
                    try {
                        serving.run();
                    } catch (IOException e) {
                        // the other side has ended, or this one was closed
                    }
                },
                "other-side");
    }

    private static boolean ends(Thread thread) {
        try {
            thread.join(MOST_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return !thread.isAlive();
    }

    private SocketPair talk() throws IOException {
        Thread serving =
                serve(
                        () -> {
                            int ping = server.getInputStream().read();
                            server.getOutputStream().write(ping);
                            server.getOutputStream().flush();
                        });
        client.startHandshake();
        client.getOutputStream().write(1);
        client.getOutputStream().flush();
        if (client.getInputStream().read() != 1) {
            throw new IOException("no answer");
        }
        EngineLink.join(serving);
        return this;
    }

    /** Reads the end of the stream. */
    static void readEnd(SSLSocket socket) throws IOException {
        if (socket.getInputStream().read() >= 0) {
            throw new IOException("data where the end was expected");
        }
    }
}

package io.github.tlsleak.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A TLS server on the loopback that reads each connection to its end and then closes it. */
final class SocketServer {
    private final SSLServerSocket server;
    private final String[] protocols;

    /** Bytes received so far. */
    final AtomicLong received = new AtomicLong();

    SocketServer(String version, int threads) throws IOException {
        protocols = Tls.protocols(version);
        server =
                (SSLServerSocket)
                        Tls.context()
                                .getServerSocketFactory()
                                .createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(this::serve, "server-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[32_768];
        while (true) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                talk(socket, buffer);
            } catch (IOException e) {
                // the client dropped its connection: take the next one
            }
        }
    }

    /** Answers the first byte, so that the client reads what follows the handshake. */
    private void talk(SSLSocket socket, byte[] buffer) throws IOException {
        socket.setEnabledProtocols(protocols);
        // otherwise the answer waits 40 ms: the session ticket before it must be acknowledged first
        socket.setTcpNoDelay(true);
        InputStream in = socket.getInputStream();
        boolean answered = false;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            received.addAndGet(n);
            if (!answered) {
                answered = true;
                socket.getOutputStream().write(1);
            }
        }
    }
}

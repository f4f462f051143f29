package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A load balancer without TLS in front of the peer: it ends a connection towards the program when
 * it is told to, however long that was idle.
 */
final class Relay implements AutoCloseable {
    private static final int BUFFER = 20_000;

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private volatile Socket last;

    Relay(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listener = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        EngineLink.start(this::accept, "relay");
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Ends its side of the last connection. */
    void leave() throws IOException {
        last.shutdownOutput();
    }

    private void accept() {
        try {
            while (true) {
                Socket here = listener.accept();
                Socket there = new Socket(host, port);
                EngineLink.start(() -> pass(here, there), "relay-request");
                EngineLink.start(() -> pass(there, here), "relay-answer");
                last = here;
            }
        } catch (IOException e) {
            // closed: the program is over
        }
    }

    private static void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // one of both sides has gone
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

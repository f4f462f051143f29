package io.github.tlsleak.apps.attach;

import io.github.tlsleak.apps.support.EngineLink;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Answers each ping with a pong until the client has gone. It has a thread for each connection. */
final class Service {
    static final byte[] PING = "ping".getBytes(StandardCharsets.US_ASCII);
    static final byte[] PONG = "pong".getBytes(StandardCharsets.US_ASCII);
    private static final int BACKLOG = 200;

    private final SSLServerSocket listener;

    Service(SSLContext context) throws IOException {
        listener =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, BACKLOG);
        EngineLink.start(this::accept, "service");
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                EngineLink.start(() -> serve(socket), "service-connection");
            }
        } catch (IOException e) {
            System.err.println("service ended: " + e);
        }
    }

    private static void serve(Socket socket) {
        try (Socket connection = socket) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            byte[] ping = new byte[PING.length];
            while (true) {
                in.readFully(ping);
                connection.getOutputStream().write(PONG);
            }
        } catch (IOException e) {
            // the client has gone; the client's own counters say whether that was in order
        }
    }
}

package io.github.tlsleak.apps.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Orders by hand-written HTTP over an {@link SSLSocket}. */
final class OrderClient {
    private final SSLContext context;
    private final int port;
    private final List<Reference<?>> sessions;

    OrderClient(SSLContext context, int port, List<Reference<?>> sessions) {
        this.context = context;
        this.port = port;
        this.sessions = sessions;
    }

    /** The bug: when the order fails, the exception leaves the socket behind. */
    void order(int article) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        sessions.add(new WeakReference<>(socket));
        send(socket, "GET /order/" + article + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String status = in.readLine();
        if (!status.contains(" 200 ")) {
            throw new IllegalStateException("order " + article + " failed: " + status);
        }
        socket.close();
    }

    private static void send(SSLSocket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}

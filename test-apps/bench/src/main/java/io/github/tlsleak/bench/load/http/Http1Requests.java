package io.github.tlsleak.bench.load.http;

import java.io.IOException;

/** Requests of HTTP/1.1, on one connection or each on its own. */
final class Http1Requests implements Conversation {
    private static final byte[] KEPT = ClientSocket.ascii("GET / HTTP/1.1\r\nHost: bench\r\n\r\n");
    private static final byte[] CLOSED =
            ClientSocket.ascii("GET / HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n");
    private static final byte[] STATUS = ClientSocket.ascii("HTTP/1.1 200");
    private static final byte[] BODY = ClientSocket.ascii("\r\n\r\nOK");

    private final int port;
    private final boolean kept;
    private ClientSocket socket;

    Http1Requests(int port, boolean kept) throws IOException {
        this.port = port;
        this.kept = kept;
        if (kept) {
            socket = new ClientSocket(port);
            exchange();
        }
    }

    @Override
    public void exchange() throws IOException {
        if (kept) {
            request(socket, KEPT);
            return;
        }
        try (ClientSocket once = new ClientSocket(port)) {
            request(once, CLOSED);
        }
    }

    private static void request(ClientSocket socket, byte[] request) throws IOException {
        socket.write(request);
        socket.require(STATUS.length);
        if (!socket.startsWith(STATUS)) {
            throw new IOException("not answered with 200");
        }
        socket.skipPast(BODY);
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            socket.close();
        }
    }
}

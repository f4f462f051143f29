package io.github.tlsleak.bench.load.http;

import java.io.IOException;

/** Binary messages of 64 bytes on one WebSocket (RFC 6455), each echoed by the server. */
final class WebSocketMessages implements Conversation {
    private static final int SIZE = 64;
    private static final int MASK = 4;
    private static final byte BINARY = (byte) 0x82;
    private static final byte MASKED = (byte) 0x80;
    private static final byte[] UPGRADE =
            ClientSocket.ascii(
                    "GET / HTTP/1.1\r\nHost: bench\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + "Sec-WebSocket-Version: 13\r\n\r\n");
    private static final byte[] STATUS = ClientSocket.ascii("HTTP/1.1 101");
    private static final byte[] END = ClientSocket.ascii("\r\n\r\n");
    private static final byte[] ECHO = {BINARY, SIZE};

    private final ClientSocket socket;
    private final byte[] message = new byte[2 + MASK + SIZE];

    WebSocketMessages(int port) throws IOException {
        socket = new ClientSocket(port);
        socket.write(UPGRADE);
        socket.require(STATUS.length);
        if (!socket.startsWith(STATUS)) {
            throw new IOException("no WebSocket");
        }
        socket.skipPast(END);
        message[0] = BINARY;
        message[1] = MASKED | SIZE;
        for (int i = 2; i < message.length; i++) {
            message[i] = (byte) i;
        }
        exchange();
    }

    @Override
    public void exchange() throws IOException {
        socket.write(message);
        socket.require(ECHO.length + SIZE);
        if (!socket.startsWith(ECHO)) {
            throw new IOException("no echo");
        }
        socket.start += ECHO.length + SIZE;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

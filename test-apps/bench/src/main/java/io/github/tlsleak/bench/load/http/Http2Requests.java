package io.github.tlsleak.bench.load.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Requests of HTTP/2 (RFC 9113) on one connection, each a stream. It understands no more than it
 * needs: a library's client would cost more than what is measured.
 */
final class Http2Requests implements Conversation {
    private static final int FRAME_HEADER = 9;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int ACK = 1;

    /** The server may send 64 KB of data before the client gives it more room. */
    private static final int ROOM = 16_384;

    private static final byte[] PREFACE = ClientSocket.ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

    /** HPACK (RFC 7541): GET, https, /, and :authority as a literal that is not indexed. */
    private static final byte[] REQUEST = {
        (byte) 0x82, (byte) 0x87, (byte) 0x84, 1, 5, 'b', 'e', 'n', 'c', 'h'
    };

    private final ClientSocket socket;
    private int stream = 1;
    private int received;
    private int body;

    Http2Requests(int port) throws IOException {
        socket = new ClientSocket(port, "h2");
        socket.write(PREFACE);
        socket.write(frame(SETTINGS, 0, 0));
        exchange();
    }

    @Override
    public void exchange() throws IOException {
        socket.write(frame(HEADERS, END_STREAM | END_HEADERS, stream, REQUEST));
        body = 0;
        while (!isEnd()) {
            // the next frame
        }
        if (body != 2) {
            throw new IOException(body + " bytes answered");
        }
        stream += 2;
        if (received >= ROOM) {
            byte[] more = ByteBuffer.allocate(4).putInt(received).array();
            socket.write(frame(WINDOW_UPDATE, 0, 0, more));
            received = 0;
        }
    }

    /** Reads one frame. Returns whether it ends the answer. */
    private boolean isEnd() throws IOException {
        socket.require(FRAME_HEADER);
        ByteBuffer header = ByteBuffer.wrap(socket.buffer, socket.start, FRAME_HEADER);
        int first = header.getInt();
        int length = first >>> 8;
        int type = first & 0xFF;
        int flags = header.get();
        int of = header.getInt() & Integer.MAX_VALUE;
        socket.require(FRAME_HEADER + length);
        byte[] ping = new byte[type == PING ? length : 0];
        System.arraycopy(socket.buffer, socket.start + FRAME_HEADER, ping, 0, ping.length);
        socket.start += FRAME_HEADER + length;
        handle(type, flags, length, ping);
        return of == stream && type <= HEADERS && (flags & END_STREAM) != 0;
    }

    private void handle(int type, int flags, int length, byte[] ping) throws IOException {
        boolean answer = (flags & ACK) == 0;
        if (type == DATA) {
            received += length;
            body += length;
        } else if (type == SETTINGS && answer) {
            socket.write(frame(SETTINGS, ACK, 0));
        } else if (type == PING && answer) {
            socket.write(frame(PING, ACK, 0, ping));
        } else if (type == RST_STREAM || type == GOAWAY) {
            throw new IOException("the server refused: frame of type " + type);
        }
    }

    private static byte[] frame(int type, int flags, int stream, byte... payload) {
        return ByteBuffer.allocate(FRAME_HEADER + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.github.tlsleak.it.peer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * TLS by an {@link SSLEngine} over a blocking socket. An engine can tell a close_notify from a bare
 * end of the stream; an SSLSocket cannot.
 */
final class PeerTls {
    private static final int PACKET = 33_000;

    private final SSLEngine engine;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final ByteBuffer netIn = ByteBuffer.allocate(PACKET).flip();
    private final ByteBuffer appIn = ByteBuffer.allocate(PACKET);

    PeerTls(Socket socket, SSLEngine engine) throws IOException {
        this.engine = engine;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    void handshake() throws IOException {
        engine.beginHandshake();
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status != HandshakeStatus.NOT_HANDSHAKING) {
            switch (status) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> wrap(ByteBuffer.allocate(0));
                default -> unwrap();
            }
            status = engine.getHandshakeStatus();
        }
    }

    /** Sends a ClientHello. */
    void hello() throws IOException {
        engine.beginHandshake();
        wrap(ByteBuffer.allocate(0));
    }

    /** Sends the alert that the engine has for the other side, if there is one. */
    void tellFailure() throws IOException {
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            wrap(ByteBuffer.allocate(0));
        }
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    void write(String text) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (data.hasRemaining()) {
            wrap(data);
        }
    }

    void closeNotify() throws IOException {
        engine.closeOutbound();
        wrap(ByteBuffer.allocate(0));
    }

    /** Ends the TCP stream to the other side, which may still send. */
    void endOfStream() throws IOException {
        socket.shutdownOutput();
    }

    /** The next data, one character for each byte. Null after the other side's close_notify. */
    String read() throws IOException {
        while (appIn.position() == 0) {
            if (unwrap() == SSLEngineResult.Status.CLOSED) {
                return null;
            }
            runTasks();
        }
        String text = StandardCharsets.ISO_8859_1.decode(appIn.flip()).toString();
        appIn.clear();
        return text;
    }

    private void wrap(ByteBuffer data) throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(PACKET);
        engine.wrap(data, packet);
        out.write(packet.array(), 0, packet.position());
        out.flush();
    }

    private SSLEngineResult.Status unwrap() throws IOException {
        SSLEngineResult.Status status = engine.unwrap(netIn, appIn).getStatus();
        if (status == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
            fill();
        }
        return status;
    }

    private void fill() throws IOException {
        netIn.compact();
        int count = in.read(netIn.array(), netIn.position(), netIn.remaining());
        if (count < 0) {
            throw new EOFException("end of stream without close_notify");
        }
        netIn.position(netIn.position() + count).flip();
    }
}

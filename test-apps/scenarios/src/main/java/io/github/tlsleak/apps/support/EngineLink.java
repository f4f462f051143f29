package io.github.tlsleak.apps.support;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** Drives an {@link SSLEngine} over a blocking {@link SocketChannel}, as a careful program does. */
public final class EngineLink {
    private static final int PACKET = 33_000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final ByteBuffer netIn = ByteBuffer.allocate(PACKET);
    private final ByteBuffer appIn = ByteBuffer.allocate(PACKET);
    private ReadableByteChannel in;
    private WritableByteChannel out;
    private boolean tasksElsewhere;

    public EngineLink(SocketChannel channel, SSLEngine engine) {
        this.channel = channel;
        this.engine = engine;
        this.in = channel;
        this.out = channel;
        netIn.flip();
    }

    /** Bytes to the channel, or from it, take another way. */
    public EngineLink through(ReadableByteChannel otherIn, WritableByteChannel otherOut) {
        in = otherIn;
        out = otherOut;
        return this;
    }

    public SocketChannel channel() {
        return channel;
    }

    public SSLEngine engine() {
        return engine;
    }

    /** Delegated tasks are run on another thread from now on. */
    public EngineLink tasksElsewhere() {
        tasksElsewhere = true;
        return this;
    }

    /** Client side: handshake, send ping, read pong. */
    public EngineLink ping() throws IOException {
        handshake();
        send("ping");
        expect("pong");
        return this;
    }

    /** Server side: handshake, read ping, send pong. */
    public EngineLink pong() throws IOException {
        handshake();
        expect("ping");
        send("pong");
        return this;
    }

    private void expect(String text) throws IOException {
        String got = receive();
        if (!text.equals(got)) {
            throw new IOException("unexpected data: " + got);
        }
    }

    public void handshake() throws IOException {
        engine.beginHandshake();
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED) {
            if (status == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else if (status == HandshakeStatus.NEED_WRAP) {
                wrap(NOTHING.duplicate());
            } else {
                unwrap();
            }
            status = engine.getHandshakeStatus();
        }
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            if (tasksElsewhere) {
                join(start(task, "tls-tasks"));
            } else {
                task.run();
            }
        }
    }

    /** Starts a daemon thread. */
    public static Thread start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    public static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void send(String text) throws IOException {
        send(Stage.ascii(text));
    }

    public void send(byte[] bytes) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        while (data.hasRemaining()) {
            wrap(data);
        }
    }

    /** The next application data, or null when the peer's close_notify has arrived. */
    public String receive() throws IOException {
        byte[] bytes = receiveBytes();
        return bytes == null ? null : new String(bytes, StandardCharsets.US_ASCII);
    }

    /** Like {@link #receive()}, for data that is not text. */
    public byte[] receiveBytes() throws IOException {
        while (appIn.position() == 0) {
            if (unwrap() == Status.CLOSED) {
                return null;
            }
            runTasks();
        }
        appIn.flip();
        byte[] bytes = new byte[appIn.remaining()];
        appIn.get(bytes);
        appIn.clear();
        return bytes;
    }

    /** Wraps the engine's own messages (close_notify, alerts) and sends them. */
    public void flush() throws IOException {
        SSLEngineResult result = wrap(NOTHING.duplicate());
        while (result.bytesProduced() > 0 && result.getStatus() != Status.CLOSED) {
            result = wrap(NOTHING.duplicate());
        }
    }

    private SSLEngineResult wrap(ByteBuffer data) throws IOException {
        ByteBuffer netOut = ByteBuffer.allocate(PACKET);
        SSLEngineResult result = engine.wrap(data, netOut);
        netOut.flip();
        while (netOut.hasRemaining()) {
            out.write(netOut);
        }
        return result;
    }

    private Status unwrap() throws IOException {
        SSLEngineResult result = engine.unwrap(netIn, appIn);
        Status status = result.getStatus();
        // only now Netty's OpenSSL engine may notice that the handshake has ended
        if (status == Status.BUFFER_UNDERFLOW
                && result.getHandshakeStatus() != HandshakeStatus.FINISHED) {
            netIn.compact();
            int count = in.read(netIn);
            netIn.flip();
            if (count < 0) {
                throw new EOFException("the peer closed the connection");
            }
        }
        return status;
    }
}

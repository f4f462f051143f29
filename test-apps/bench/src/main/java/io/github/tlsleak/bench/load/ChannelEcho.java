package io.github.tlsleak.bench.load;

import io.github.tlsleak.bench.load.meter.Meter;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * {@code WARMUP MEASURE blocking|selector SIZE}: messages of that many bytes that a thread echoes,
 * over channels of the loopback that carry no TLS. The program has used TLS once, so the channels'
 * methods have their hooks if there is an agent.
 */
public final class ChannelEcho {
    private static final int BATCH = 20;

    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer buffer;

    private ChannelEcho(SocketChannel channel, boolean blocking, int size) throws IOException {
        this.channel = channel;
        this.buffer = ByteBuffer.allocateDirect(size);
        this.selector = blocking ? null : Selector.open();
        if (selector != null) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        }
        channel.socket().setTcpNoDelay(true);
    }

    public static void main(String[] args) throws Exception {
        Engines once = new Engines("1.3");
        once.open(null);
        once.close();
        boolean blocking = args[2].equals("blocking");
        int size = Integer.parseInt(args[3]);
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(any);
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            ChannelEcho echo = new ChannelEcho(server.accept(), blocking, size);
            Thread thread = new Thread(echo::serve, "echo");
            thread.setDaemon(true);
            thread.start();
            ChannelEcho asking = new ChannelEcho(client, blocking, size);
            Meter.run(args[0], args[1], asking::ask);
        }
    }

    private long ask() throws IOException {
        for (int i = 0; i < BATCH; i++) {
            buffer.clear();
            write();
            if (!read()) {
                throw new EOFException("no echo");
            }
        }
        return BATCH;
    }

    private void serve() {
        try (SocketChannel closed = channel) {
            while (read()) {
                buffer.flip();
                write();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write() throws IOException {
        while (buffer.hasRemaining()) {
            // a full message fits into what the system holds: this hardly ever turns twice
            channel.write(buffer);
        }
    }

    /** Reads one message. Returns whether there was one. */
    private boolean read() throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            if (selector != null) {
                selector.select();
                selector.selectedKeys().clear();
            }
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }
}

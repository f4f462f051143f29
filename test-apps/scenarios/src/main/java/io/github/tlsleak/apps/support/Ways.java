package io.github.tlsleak.apps.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;

/** Ways of an engine's bytes to a channel. */
public final class Ways {
    private Ways() {}

    /** Through the streams of the channel's socket. */
    public static EngineLink streams(EngineLink link) throws IOException {
        SocketChannel channel = link.channel();
        return link.through(
                Channels.newChannel(channel.socket().getInputStream()),
                Channels.newChannel(channel.socket().getOutputStream()));
    }

    /** The bytes are copied into two buffers, which another thread writes at once. */
    public static EngineLink copied(EngineLink link) {
        return link.through(link.channel(), new Copying(link.channel()));
    }

    private static final class Copying implements WritableByteChannel {
        private static final int FIRST = 64;
        private final SocketChannel channel;

        private Copying(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public int write(ByteBuffer from) {
            int count = from.remaining();
            ByteBuffer first = copy(from, Math.min(FIRST, count));
            ByteBuffer rest = copy(from, from.remaining());
            EngineLink.join(EngineLink.start(() -> write(first, rest), "writer"));
            return count;
        }

        private void write(ByteBuffer... buffers) {
            try {
                while (buffers[buffers.length - 1].hasRemaining() || buffers[0].hasRemaining()) {
                    channel.write(buffers);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static ByteBuffer copy(ByteBuffer from, int count) {
            byte[] bytes = new byte[count];
            from.get(bytes);
            ByteBuffer copy = ByteBuffer.allocateDirect(count).put(bytes);
            copy.flip();
            return copy;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}

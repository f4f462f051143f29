package javax.net.ssl;

import java.nio.ByteBuffer;

/**
 * The static methods that woven code of channels calls, and that of engines which wrap for them.
 * Most calls end here. What matters goes on to {@link TlsLeakHooks}, whose rules hold here, too.
 */
public final class TlsLeakChannelHooks {

    // Numbers of the agent's HookEvents; see TlsLeakHooks.

    /** Event: an engine has wrapped a record that may tell it from other engines. */
    public static final int WRAPPED = 38;

    /** Event: a channel is about to write such a record. */
    public static final int WRITING = 39;

    /** Event: a channel has read the end of its stream, or failed. */
    public static final int STREAM_ENDED = 40;

    private static final int HANDSHAKE_RECORD = 22;
    private static final int DATA_RECORD = 23;
    private static final int MAJOR_VERSION = 3;

    private TlsLeakChannelHooks() {}

    /**
     * An engine has wrapped. {@link TlsLeakHooks#exit} is called after this.
     *
     * @param self the engine
     * @param cell what {@link TlsLeakHooks#enter} returned
     * @param result what wrap returns, or null
     * @param destination the buffer that it wrote to
     */
    public static void wrapped(Object self, Object[] cell, Object result, Object destination) {
        if (cell != null
                && result != null
                && (!TlsLeakHooks.isPlainData(result) || TlsLeakHooks.wantsRecords())) {
            TlsLeakHooks.event(WRAPPED, self, result, destination);
        }
    }

    /**
     * A channel is about to write.
     *
     * @param channel the channel
     * @param buffer what the program gave it
     */
    public static void writing(Object channel, ByteBuffer buffer) {
        if (isRecord(buffer)) {
            TlsLeakHooks.event(WRITING, channel, buffer, null);
        }
    }

    /**
     * As {@link #writing(Object, ByteBuffer)}, for several buffers.
     *
     * @param channel the channel
     * @param buffers what the program gave it
     * @param offset the index of the first buffer to write
     */
    public static void writing(Object channel, ByteBuffer[] buffers, int offset) {
        if (buffers != null && offset >= 0 && offset < buffers.length) {
            writing(channel, buffers[offset]);
        }
    }

    /**
     * As {@link #writing(Object, ByteBuffer)}, for a part of an array.
     *
     * @param channel the channel
     * @param bytes what the program gave it
     * @param offset the index of the first byte to write
     */
    public static void writing(Object channel, byte[] bytes, int offset) {
        if (bytes != null && offset >= 0 && offset < bytes.length) {
            writing(channel, ByteBuffer.wrap(bytes, offset, bytes.length - offset));
        }
    }

    /**
     * A channel has read or written.
     *
     * @param channel the channel
     * @param count how many bytes, -1 at the end of the stream
     * @param thrown what it throws, or null
     */
    public static void moved(Object channel, long count, Throwable thrown) {
        if (count < 0 || thrown != null) {
            TlsLeakHooks.event(STREAM_ENDED, channel, thrown, null);
        }
    }

    /** Whether a buffer begins like a record (RFC 8446, 5.1) that identifies an engine. */
    private static boolean isRecord(ByteBuffer buffer) {
        try {
            int at = buffer.position();
            int type = buffer.remaining() > 1 ? buffer.get(at) : 0;
            return (type == HANDSHAKE_RECORD || type == DATA_RECORD && TlsLeakHooks.wantsRecords())
                    && buffer.get(at + 1) == MAJOR_VERSION;
        } catch (RuntimeException e) {
            // null, closed, or changed by another thread: the write itself will fail
            return false;
        }
    }
}

package javax.net.ssl;

import java.nio.ByteBuffer;

/**
 * What instrumented channels see of tlsleak, and engines of what they wrap for them: it goes on to
 * {@link TlsLeakHooks}, whose rules hold here too. Most of what is read and written ends here.
 */
public final class TlsLeakChannelHooks {

    // Of the agent's HookEvents; see TlsLeakHooks.

    /** Event: an engine has wrapped a record that may tell it from others. */
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
     * An engine has wrapped, as in {@link TlsLeakHooks#exit}, which comes after it.
     *
     * @param self the engine
     * @param cell what {@link TlsLeakHooks#enter} answered
     * @param result what wrap returns, or null
     * @param destination the buffer it has written to
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
     * As {@link #writing(Object, ByteBuffer)}, of several buffers.
     *
     * @param channel the channel
     * @param buffers what the program gave it
     * @param offset the first of them that is meant
     */
    public static void writing(Object channel, ByteBuffer[] buffers, int offset) {
        if (buffers != null && offset >= 0 && offset < buffers.length) {
            writing(channel, buffers[offset]);
        }
    }

    /**
     * As {@link #writing(Object, ByteBuffer)}, of a part of an array.
     *
     * @param channel the channel
     * @param bytes what the program gave it
     * @param offset the first byte that is meant
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

    /** Whether what a channel is to write begins like a record that tells, RFC 8446 5.1. */
    private static boolean isRecord(ByteBuffer buffer) {
        try {
            int at = buffer.position();
            int type = buffer.remaining() > 1 ? buffer.get(at) : 0;
            return (type == HANDSHAKE_RECORD || type == DATA_RECORD && TlsLeakHooks.wantsRecords())
                    && buffer.get(at + 1) == MAJOR_VERSION;
        } catch (RuntimeException e) {
            // null, of a closed arena, changed meanwhile: the write itself will say so
            return false;
        }
    }
}

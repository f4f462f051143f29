package io.github.tlsleak.apps.soak;

import io.github.tlsleak.apps.support.EnginePair;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/**
 * Two engines that talk in memory, and the buffers for it, which are used again and again. Used by
 * one thread.
 */
final class MemoryPair {

    private static final int PACKET = 33_000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ByteBuffer packet = ByteBuffer.allocate(PACKET);
    private final ByteBuffer plain = ByteBuffer.allocate(PACKET);

    /** Has the buffers for the next pair, and keeps its engines reachable until then. */
    private EnginePair last;

    /** The whole handshake of both. */
    void handshake(SSLEngine client, SSLEngine server) throws SSLException {
        last = new EnginePair(client, server, last);
        last.handshake();
    }

    /** Forgets the last pair. */
    void forget() {
        last = null;
    }

    /** closeOutbound, and all that it has to say. */
    void close(SSLEngine engine) throws SSLException {
        engine.closeOutbound();
        wrap(engine);
    }

    /** Produces what the engine has to say. Nobody gets it. */
    int wrap(SSLEngine engine) throws SSLException {
        int bytes = 0;
        SSLEngineResult result;
        do {
            packet.clear();
            result = engine.wrap(NOTHING, packet);
            bytes += result.bytesProduced();
        } while (result.bytesProduced() > 0 && !engine.isOutboundDone());
        return bytes;
    }

    /** closeOutbound of one side, and its close_notify goes to the other side. */
    void closeTo(SSLEngine from, SSLEngine to) throws SSLException {
        from.closeOutbound();
        packet.clear();
        from.wrap(NOTHING, packet);
        packet.flip();
        unwrap(to, packet);
    }

    void unwrap(SSLEngine engine, ByteBuffer bytes) throws SSLException {
        plain.clear();
        engine.unwrap(bytes, plain);
    }
}

package io.github.tlsleak.bench.load;

import io.github.tlsleak.apps.support.EnginePair;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/** Pairs of real engines that talk in memory through buffers that are used again. */
final class Engines {
    private static final int PACKET = 33_000;

    private final ByteBuffer wire = ByteBuffer.allocate(PACKET);
    private final ByteBuffer plain = ByteBuffer.allocate(PACKET);
    private final String[] protocols;
    private SSLEngine client;
    private SSLEngine server;
    private EnginePair pair;

    Engines(String version) {
        protocols = Tls.protocols(version);
    }

    /**
     * A pair after its handshake.
     *
     * @param host key of the client's session cache; null for a full handshake
     */
    void open(String host) throws SSLException {
        client =
                host == null
                        ? Tls.context().createSSLEngine()
                        : Tls.context().createSSLEngine(host, 443);
        server = Tls.context().createSSLEngine();
        pair = new EnginePair(client, server, pair);
        client.setEnabledProtocols(protocols);
        server.setEnabledProtocols(protocols);
        pair.handshake();
    }

    /** Both sides close in order. */
    void close() throws SSLException {
        pair.close();
    }

    /** One record of the largest size from the client to the server. */
    void record(ByteBuffer data) throws SSLException {
        data.clear();
        wire.clear();
        SSLEngineResult sent = client.wrap(data, wire);
        wire.flip();
        plain.clear();
        SSLEngineResult received = server.unwrap(wire, plain);
        if (received.bytesProduced() != sent.bytesConsumed()) {
            throw new SSLException("not one record: " + sent + ", " + received);
        }
    }
}

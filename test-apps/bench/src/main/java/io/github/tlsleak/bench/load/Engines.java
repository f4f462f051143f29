package io.github.tlsleak.bench.load;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Pairs of real engines that talk in memory, through buffers that are used again. */
final class Engines {
    private static final int PACKET = 33_000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ByteBuffer toServer = ByteBuffer.allocate(PACKET);
    private final ByteBuffer toClient = ByteBuffer.allocate(PACKET);
    private final ByteBuffer plain = ByteBuffer.allocate(PACKET);
    private final String[] protocols;
    private SSLEngine client;
    private SSLEngine server;

    Engines(String version) {
        protocols = Tls.protocols(version);
    }

    /**
     * A pair that has shaken hands.
     *
     * @param host of the client's session cache, null for a handshake in full
     */
    void open(String host) throws SSLException {
        client =
                host == null
                        ? Tls.context().createSSLEngine()
                        : Tls.context().createSSLEngine(host, 443);
        server = Tls.context().createSSLEngine();
        client.setUseClientMode(true);
        server.setUseClientMode(false);
        client.setEnabledProtocols(protocols);
        server.setEnabledProtocols(protocols);
        toServer.clear();
        toClient.clear();
        client.beginHandshake();
        server.beginHandshake();
        for (int i = 0; i < 200; i++) {
            boolean moved = step(client, toClient, toServer) | step(server, toServer, toClient);
            if (!moved && settled(client) && settled(server)) {
                return;
            }
        }
        throw new SSLException("the handshake does not end");
    }

    private static boolean settled(SSLEngine engine) {
        return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
    }

    private boolean step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
        runTasks(engine);
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            return engine.wrap(NOTHING, out).bytesProduced() > 0;
        }
        if (in.position() == 0) {
            return false;
        }
        in.flip();
        plain.clear();
        SSLEngineResult result = engine.unwrap(in, plain);
        in.compact();
        runTasks(engine);
        return result.bytesConsumed() > 0;
    }

    private static void runTasks(SSLEngine engine) {
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
            Runnable task = engine.getDelegatedTask();
            while (task != null) {
                task.run();
                task = engine.getDelegatedTask();
            }
        }
    }

    /** Both sides close in order. */
    void close() throws SSLException {
        close(client);
        close(server);
    }

    private void close(SSLEngine engine) throws SSLException {
        engine.closeOutbound();
        plain.clear();
        engine.wrap(NOTHING, plain);
    }

    /** One record from the client to the server, as large as it may be. */
    void record(ByteBuffer data) throws SSLException {
        data.clear();
        toServer.clear();
        SSLEngineResult sent = client.wrap(data, toServer);
        toServer.flip();
        plain.clear();
        SSLEngineResult received = server.unwrap(toServer, plain);
        if (received.bytesProduced() != sent.bytesConsumed()) {
            throw new SSLException("not one record: " + sent + ", " + received);
        }
    }
}

package io.github.tlsleak.apps.support;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Two engines of one program that talk to each other in memory, TLS or DTLS. */
public final class EnginePair {
    private static final int PACKET = 33_000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine client;
    private final SSLEngine server;
    private final ByteBuffer toServer;
    private final ByteBuffer toClient;
    private final ByteBuffer plain;

    public EnginePair(SSLEngine client, SSLEngine server) {
        this(client, server, null);
    }

    /** Takes over the buffers of an earlier pair that has ended, if there is one. */
    public EnginePair(SSLEngine client, SSLEngine server, EnginePair done) {
        this.client = client;
        this.server = server;
        toServer = done == null ? ByteBuffer.allocate(PACKET) : done.toServer;
        toClient = done == null ? ByteBuffer.allocate(PACKET) : done.toClient;
        plain = done == null ? ByteBuffer.allocate(PACKET) : done.plain;
        toServer.clear();
        toClient.clear();
        client.setUseClientMode(true);
        server.setUseClientMode(false);
    }

    /** Runs the handshake to its end on both sides. */
    public EnginePair handshake() throws SSLException {
        client.beginHandshake();
        server.beginHandshake();
        for (int i = 0; i < 200; i++) {
            boolean moved = step(client, toClient, toServer) | step(server, toServer, toClient);
            if (!moved && settled(client) && settled(server)) {
                return this;
            }
        }
        throw new SSLException("the handshake does not end");
    }

    private static boolean settled(SSLEngine engine) {
        return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
    }

    /** One wrap or unwrap of the engine, as its status asks. Returns whether bytes moved. */
    private boolean step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
        runTasks(engine);
        HandshakeStatus status = engine.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_WRAP) {
            return engine.wrap(NOTHING, out).bytesProduced() > 0;
        }
        boolean again = status.name().equals("NEED_UNWRAP_AGAIN");
        if (in.position() == 0 && !again) {
            return false;
        }
        in.flip();
        plain.clear();
        SSLEngineResult result = engine.unwrap(in, plain);
        in.compact();
        runTasks(engine);
        return result.bytesConsumed() > 0 || again;
    }

    private static void runTasks(SSLEngine engine) {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    /** Both sides close in order. */
    public void close() throws SSLException {
        close(client, plain);
        close(server, plain);
    }

    /** closeOutbound and the wrap that produces the close_notify. */
    public static void close(SSLEngine engine) throws SSLException {
        close(engine, ByteBuffer.allocate(PACKET));
    }

    private static void close(SSLEngine engine, ByteBuffer out) throws SSLException {
        engine.closeOutbound();
        out.clear();
        engine.wrap(NOTHING, out);
    }
}

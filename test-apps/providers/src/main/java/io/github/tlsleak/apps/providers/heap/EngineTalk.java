package io.github.tlsleak.apps.providers.heap;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Two engines that talk in memory, one step at a time. */
final class EngineTalk {

    private static final int PACKET = 40_000;
    private static final int MOST_STEPS = 400;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    final SSLEngine client;
    final SSLEngine server;
    private final ByteBuffer toServer = ByteBuffer.allocate(PACKET);
    private final ByteBuffer toClient = ByteBuffer.allocate(PACKET);

    EngineTalk(SSLEngine client, SSLEngine server) {
        this.client = client;
        this.server = server;
        client.setUseClientMode(true);
        server.setUseClientMode(false);
    }

    /** Client and server finish their handshake and exchange a byte each way. */
    EngineTalk open() throws SSLException {
        client.beginHandshake();
        server.beginHandshake();
        for (int i = 0; i < MOST_STEPS && !(isSettled(client) && isSettled(server)); i++) {
            step(client);
            step(server);
        }
        exchange(client, server);
        exchange(server, client);
        return this;
    }

    private static boolean isSettled(SSLEngine engine) {
        HandshakeStatus status = engine.getHandshakeStatus();
        return status == HandshakeStatus.NOT_HANDSHAKING || status == HandshakeStatus.FINISHED;
    }

    private void step(SSLEngine engine) throws SSLException {
        runTasks(engine);
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            engine.wrap(NOTHING.duplicate(), out(engine));
        } else if (in(engine).position() > 0
                || engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
            unwrap(engine, ByteBuffer.allocate(PACKET));
        }
        runTasks(engine);
    }

    private void exchange(SSLEngine from, SSLEngine to) throws SSLException {
        ByteBuffer data = ByteBuffer.wrap(new byte[] {1});
        ByteBuffer got = ByteBuffer.allocate(PACKET);
        for (int i = 0; i < MOST_STEPS && got.position() == 0; i++) {
            if (data.hasRemaining()) {
                from.wrap(data, out(from));
            }
            unwrap(to, got);
            runTasks(to);
        }
        if (got.position() == 0) {
            throw new SSLException("no data came");
        }
    }

    /** Closes the outbound side and hands the close_notify on to the other engine's buffer. */
    void close(SSLEngine engine) throws SSLException {
        engine.closeOutbound();
        wrapAll(engine);
    }

    /** Wraps what the engine has to say by itself. */
    void wrapAll(SSLEngine engine) throws SSLException {
        for (int i = 0; i < 5; i++) {
            SSLEngineResult result = engine.wrap(NOTHING.duplicate(), out(engine));
            if (result.bytesProduced() == 0) {
                return;
            }
        }
    }

    /** Reads all that was sent to an engine. Returns whether it has seen the close_notify. */
    boolean readAll(SSLEngine engine) throws SSLException {
        boolean closed = false;
        for (int i = 0; i < 10 && in(engine).position() > 0; i++) {
            SSLEngineResult result = unwrap(engine, ByteBuffer.allocate(PACKET));
            closed |= result.getStatus() == SSLEngineResult.Status.CLOSED;
            runTasks(engine);
        }
        return closed;
    }

    /** Reads bytes that are no TLS. Returns whether the engine has noticed. */
    boolean readsGarbage(SSLEngine engine) {
        in(engine).clear();
        in(engine).put(new byte[] {22, 3, 3, 0, 5, 9, 9, 9, 9, 9, 22, 9, 9, 0, 5, 9, 9, 9, 9, 9});
        try {
            for (int i = 0; i < 5; i++) {
                unwrap(engine, ByteBuffer.allocate(PACKET));
                runTasks(engine);
                engine.wrap(NOTHING.duplicate(), out(engine));
            }
            return false;
        } catch (SSLException e) {
            return true;
        }
    }

    private SSLEngineResult unwrap(SSLEngine engine, ByteBuffer to) throws SSLException {
        ByteBuffer in = in(engine);
        in.flip();
        try {
            return engine.unwrap(in, to);
        } finally {
            in.compact();
        }
    }

    /** The client says hello; the server reads it if wished. */
    void hello(boolean read) throws SSLException {
        client.beginHandshake();
        client.wrap(NOTHING.duplicate(), toServer);
        if (read) {
            server.beginHandshake();
            unwrap(server, ByteBuffer.allocate(PACKET));
            runTasks(server);
        }
    }

    private ByteBuffer in(SSLEngine engine) {
        return engine == client ? toClient : toServer;
    }

    private ByteBuffer out(SSLEngine engine) {
        return engine == client ? toServer : toClient;
    }

    private static void runTasks(SSLEngine engine) {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            task.run();
        }
    }
}

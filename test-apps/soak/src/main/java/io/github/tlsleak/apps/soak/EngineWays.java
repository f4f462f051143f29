package io.github.tlsleak.apps.soak;

import static io.github.tlsleak.apps.soak.Way.clean;

import java.nio.ByteBuffer;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** Engines in memory that end in order, or through no fault of the program. Stateless. */
final class EngineWays {

    static final List<Way> ALL =
            List.of(
                    clean(EngineWays.class, "closed13", EngineWays::closed13),
                    clean(EngineWays.class, "fullyClosed", EngineWays::fullyClosed),
                    clean(EngineWays.class, "closedTwice", EngineWays::closedTwice),
                    clean(EngineWays.class, "notStarted", EngineWays::notStarted),
                    clean(EngineWays.class, "inHandshake", EngineWays::inHandshake),
                    clean(EngineWays.class, "peerClosed", EngineWays::peerClosed),
                    clean(EngineWays.class, "notWrapped", EngineWays::notWrapped),
                    clean(EngineWays.class, "peerEnded", EngineWays::peerEnded),
                    clean(EngineWays.class, "untrusted", EngineWays::untrusted),
                    clean(EngineWays.class, "garbage", EngineWays::garbage),
                    clean(EngineWays.class, "unused", EngineWays::unused),
                    clean(EngineWays.class, "datagrams", EngineWays::datagrams));

    private static final int PORT = 443;
    private static final int PORT_13 = 444;
    private static final String[] TLS_12 = {"TLSv1.2"};
    private static final String[] TLS_13 = {"TLSv1.3"};

    private EngineWays() {}

    /** The bulk: a resumed session of TLS 1.2, the cheapest handshake there is. */
    static int closed(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        SSLEngine server = wire.contexts.trusting.createSSLEngine();
        client.setEnabledProtocols(TLS_12);
        wire.memory.handshake(client, server);
        boolean serverFirst = wire.random.nextBoolean();
        wire.memory.close(serverFirst ? server : client);
        wire.memory.close(serverFirst ? client : server);
        return 2;
    }

    private static int closed13(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT_13);
        SSLEngine server = wire.contexts.trusting.createSSLEngine();
        client.setEnabledProtocols(TLS_13);
        wire.memory.handshake(client, server);
        wire.memory.close(client);
        wire.memory.close(server);
        return 2;
    }

    private static int fullyClosed(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        SSLEngine server = wire.contexts.trusting.createSSLEngine();
        client.setEnabledProtocols(TLS_12);
        wire.memory.handshake(client, server);
        wire.memory.closeTo(client, server);
        wire.memory.closeTo(server, client);
        client.closeInbound();
        server.closeInbound();
        return 2;
    }

    private static int closedTwice(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        SSLEngine server = wire.contexts.trusting.createSSLEngine();
        client.setEnabledProtocols(TLS_12);
        wire.memory.handshake(client, server);
        wire.memory.close(client);
        client.closeOutbound();
        wire.memory.close(server);
        server.closeOutbound();
        return 2;
    }

    /** Closed before the handshake: there is nothing to say. */
    private static int notStarted(Wire wire) {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        client.setUseClientMode(true);
        client.closeOutbound();
        return 1;
    }

    private static int inHandshake(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        client.setUseClientMode(true);
        client.beginHandshake();
        wire.memory.wrap(client);
        wire.memory.close(client);
        return 1;
    }

    private static int peerClosed(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        SSLEngine server = wire.contexts.trusting.createSSLEngine();
        client.setEnabledProtocols(TLS_12);
        wire.memory.handshake(client, server);
        wire.memory.closeTo(server, client);
        wire.memory.close(client);
        return 2;
    }

    /** After the peer's close_notify nobody waits for this side's. */
    private static int notWrapped(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        SSLEngine server = wire.contexts.trusting.createSSLEngine();
        client.setEnabledProtocols(TLS_12);
        wire.memory.handshake(client, server);
        wire.memory.closeTo(server, client);
        client.closeOutbound();
        return 2;
    }

    /** The end of the stream without a close_notify, on both sides at once. */
    private static int peerEnded(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        SSLEngine server = wire.contexts.trusting.createSSLEngine();
        client.setEnabledProtocols(TLS_12);
        wire.memory.handshake(client, server);
        ended(client);
        ended(server);
        return 2;
    }

    private static void ended(SSLEngine engine) {
        try {
            engine.closeInbound();
            throw new IllegalStateException("closeInbound must complain");
        } catch (SSLException e) {
            engine.closeOutbound();
        }
    }

    /** The client sends a fatal alert, which the server reads. */
    private static int untrusted(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.untrusting.createSSLEngine(wire.host, PORT);
        SSLEngine server = wire.contexts.trusting.createSSLEngine();
        client.setEnabledProtocols(TLS_12);
        try {
            wire.memory.handshake(client, server);
        } catch (SSLException e) {
            wire.memory.close(client);
            wire.memory.close(server);
            return 2;
        }
        throw new IllegalStateException("the handshake must fail");
    }

    private static int garbage(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        SSLEngine server = wire.contexts.trusting.createSSLEngine();
        client.setEnabledProtocols(TLS_12);
        wire.memory.handshake(client, server);
        try {
            wire.memory.unwrap(client, undecryptable());
        } catch (SSLException e) {
            wire.memory.close(client);
            wire.memory.close(server);
            return 2;
        }
        throw new IllegalStateException("garbage must not pass");
    }

    /** A record of application data that has the right form but cannot be decrypted. */
    private static ByteBuffer undecryptable() {
        byte[] record = new byte[5 + 64];
        record[0] = 23;
        record[1] = 3;
        record[2] = 3;
        record[4] = 64;
        return ByteBuffer.wrap(record);
    }

    private static int unused(Wire wire) {
        SSLEngine client = wire.contexts.trusting.createSSLEngine(wire.host, PORT);
        client.setUseClientMode(true);
        return 1;
    }

    private static int datagrams(Wire wire) throws SSLException {
        SSLEngine client = wire.contexts.dtls.createSSLEngine(wire.host, PORT);
        SSLEngine server = wire.contexts.dtls.createSSLEngine();
        wire.memory.handshake(client, server);
        wire.memory.close(client);
        wire.memory.close(server);
        return 2;
    }
}

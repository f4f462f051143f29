package io.github.tlsleak.apps.attach;

import io.github.tlsleak.apps.support.EnginePair;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;

/** A client engine. Its server is in memory, and another object keeps that alive. */
final class EngineTalk implements Talk {
    private static final int PACKET = 33_000;

    private final SSLEngine client;
    private final SSLEngine server;

    EngineTalk(SSLEngine client, SSLEngine server) throws IOException {
        this.client = client;
        this.server = server;
        new EnginePair(client, server).handshake();
        exchange();
    }

    @Override
    public void exchange() throws IOException {
        send(client, server);
        send(server, client);
    }

    private static void send(SSLEngine from, SSLEngine to) throws IOException {
        ByteBuffer net = ByteBuffer.allocate(PACKET);
        from.wrap(ByteBuffer.wrap(Service.PING), net);
        net.flip();
        ByteBuffer plain = ByteBuffer.allocate(PACKET);
        while (net.hasRemaining()) {
            to.unwrap(net, plain);
        }
        if (plain.position() != Service.PING.length) {
            throw new IOException("unexpected data: " + plain);
        }
    }

    @Override
    public void close() throws IOException {
        EnginePair.close(client);
    }

    @Override
    public Object held() {
        return client;
    }
}

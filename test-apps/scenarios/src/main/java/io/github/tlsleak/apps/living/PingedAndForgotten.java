package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.3
// options: threshold=3s
// expect: OPEN notice SSLEngine client
// expect: OPEN notice SSLEngine server

/** Two web sockets: one with pings, which is not idle, and one that is forgotten. */
public final class PingedAndForgotten {
    private PingedAndForgotten() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLEngine[] pinged = open(stage);
        open(stage);
        Held.thread("ping", () -> ping(pinged));
        Stage.sleep(6_000);
        Stage.done();
    }

    private static SSLEngine[] open(Stage stage) throws Exception {
        SSLEngine client = Held.on(stage.context().createSSLEngine());
        SSLEngine server = Held.on(stage.context().createSSLEngine());
        new EnginePair(client, server).handshake();
        return new SSLEngine[] {client, server};
    }

    private static Void ping(SSLEngine... engines) throws Exception {
        int size = engines[0].getSession().getPacketBufferSize();
        while (true) {
            for (SSLEngine engine : engines) {
                engine.wrap(ByteBuffer.wrap(new byte[] {1}), ByteBuffer.allocate(size));
            }
            Stage.sleep(100);
        }
    }
}

package io.github.tlsleak.apps.libraries.protocol;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import org.apache.kafka.common.network.SslTransportLayer;

/** The TLS of Kafka's clients, without a client around it. */
final class KafkaHandshake {

    private KafkaHandshake() {}

    /**
     * Connects, and closes the connection when the server has answered and the client still has to
     * send the end of its handshake.
     */
    static void close(ClientLibrary.Target target) throws IOException, GeneralSecurityException {
        SSLEngine engine = target.context().createSSLEngine("localhost", target.port);
        engine.setUseClientMode(true);
        try (Selector selector = Selector.open();
                SocketChannel channel =
                        SocketChannel.open(new InetSocketAddress("127.0.0.1", target.port))) {
            channel.configureBlocking(false);
            SelectionKey key =
                    channel.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            // the registry is told once the handshake is over
            SslTransportLayer layer = SslTransportLayer.create("client", key, engine, null);
            while (!isEndPending(engine)) {
                selector.select();
                layer.handshake();
            }
            layer.close();
        }
    }

    /** Whether the engine has its session, which the server has not yet heard of. */
    private static boolean isEndPending(SSLEngine engine) {
        return engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP
                && !engine.getSession().getProtocol().equals("NONE");
    }
}

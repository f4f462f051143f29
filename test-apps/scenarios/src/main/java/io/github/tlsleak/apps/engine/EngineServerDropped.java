package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import javax.net.ssl.SSLEngine;

// peer: client await
// saw: nothing
// expect: LOST leak SSLEngine server

/** A server on engines answers, and forgets engine and channel. */
public final class EngineServerDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress("127.0.0.1", 0));
            stage.listening(server.socket().getLocalPort());
            Stage.awaitCollected(session(stage, server));
        }
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage, ServerSocketChannel server)
            throws IOException {
        SSLEngine engine = stage.context().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(stage.protocols());
        new EngineLink(server.accept(), engine).pong();
        return new WeakReference<>(engine);
    }
}

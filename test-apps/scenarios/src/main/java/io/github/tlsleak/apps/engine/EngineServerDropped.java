package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
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
        App app = App.of(args);
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress("127.0.0.1", 0));
            app.listening(server.socket().getLocalPort());
            App.awaitCollected(session(app, server));
        }
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app, ServerSocketChannel server)
            throws IOException {
        SSLEngine engine = app.context().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(app.protocols());
        new EngineLink(server.accept(), engine).pong();
        return new WeakReference<>(engine);
    }
}

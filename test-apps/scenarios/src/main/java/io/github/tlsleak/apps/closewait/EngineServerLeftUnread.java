package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import javax.net.ssl.SSLEngine;

// peer: client closed
// options: stuck=2s
// saw: nothing
// expect: PEER_CLOSED defect SSLEngine server

/** The client closes. The server does not read from the engine's channel. */
public final class EngineServerLeftUnread {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress("127.0.0.1", 0));
            stage.listening(server.socket().getLocalPort());
            SSLEngine engine = stage.context().createSSLEngine();
            engine.setUseClientMode(false);
            engine.setEnabledProtocols(stage.protocols());
            EngineLink link = new EngineLink(server.accept(), engine).pong();
            Stage.done();
            engine.closeOutbound();
            link.flush();
            link.channel().close();
        }
    }
}

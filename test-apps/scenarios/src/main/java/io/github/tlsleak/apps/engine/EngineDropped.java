package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: eof
// expect: LOST leak SSLEngine client

/**
 * An established engine is dropped without closeOutbound(). The channel is closed only after the
 * engine has been collected. The peer sees a bare end of the stream.
 */
public final class EngineDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(stage.host(), stage.port()));
        Stage.awaitCollected(session(stage, channel));
        channel.close();
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage, SocketChannel channel)
            throws IOException {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(stage.protocols());
        new EngineLink(channel, engine).ping();
        return new WeakReference<>(engine);
    }
}

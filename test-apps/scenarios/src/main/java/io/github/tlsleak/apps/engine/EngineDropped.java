package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: eof
// expect: LOST leak SSLEngine client

/**
 * An established engine is dropped without closeOutbound(); the channel is closed only after the
 * engine has been collected. The peer sees a bare end of the stream.
 */
public final class EngineDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(app.host(), app.port()));
        App.awaitCollected(session(app, channel));
        channel.close();
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app, SocketChannel channel)
            throws IOException {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(app.protocols());
        new EngineLink(channel, engine).ping();
        return new WeakReference<>(engine);
    }
}

package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;

// peer: server reset
// saw: nothing
// expect: none
// count: CUT 1

/**
 * The peer has reset the connection, which this side notices only in its own close: what was
 * wrapped before cannot be sent, so the close_notify is not wrapped any more.
 */
public final class EngineResetUnsent {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        EngineLink link = app.connect(engine).ping();
        ByteBuffer goodbye = ByteBuffer.allocate(33_000);
        engine.wrap(ByteBuffer.wrap(new byte[16]), goodbye);
        goodbye.flip();
        engine.closeOutbound();
        awaitReset(link.channel(), goodbye);
        link.channel().close();
        return new WeakReference<>(engine);
    }

    private static void awaitReset(SocketChannel channel, ByteBuffer data) {
        long start = System.nanoTime();
        try {
            while (System.nanoTime() - start < 20_000_000_000L) {
                channel.write(data.duplicate());
                App.sleep(20);
            }
        } catch (IOException e) {
            return;
        }
        throw new IllegalStateException("the peer must reset");
    }
}

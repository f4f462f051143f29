package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
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
 * The peer has reset the connection. This side notices that only in its own close: the bytes it
 * wrapped before cannot be sent. So it does not wrap the close_notify.
 */
public final class EngineResetUnsent {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
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
                Stage.sleep(20);
            }
        } catch (IOException e) {
            return;
        }
        throw new IllegalStateException("the peer must reset");
    }
}

package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.EOFException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

// peer: server fin
// saw: eof
// expect: none
// count: CUT 1

/**
 * The peer ends TCP without close_notify. closeInbound() reports a possible truncation, and no wrap
 * follows closeOutbound(). Netty does the same when a channel becomes inactive.
 */
public final class EnginePeerFin {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        try {
            link.receive();
            throw new IllegalStateException("the peer must end the stream");
        } catch (EOFException end) {
            closeBoth(engine);
        }
        link.channel().close();
        return new WeakReference<>(engine);
    }

    private static void closeBoth(SSLEngine engine) {
        try {
            engine.closeInbound();
            throw new IllegalStateException("closeInbound must complain");
        } catch (SSLException e) {
            engine.closeOutbound();
        }
    }
}

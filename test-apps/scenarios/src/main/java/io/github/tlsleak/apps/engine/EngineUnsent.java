package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: eof
// expect: UNSENT defect SSLEngine client

/**
 * closeOutbound() only queues the close_notify. Without another wrap() the engine never produces
 * it, and the peer sees a bare end of the stream.
 */
public final class EngineUnsent {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        engine.closeOutbound();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

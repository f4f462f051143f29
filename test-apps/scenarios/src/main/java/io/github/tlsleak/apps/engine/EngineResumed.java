package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: close_notify eof
// expect: UNDERCUT defect SSLEngine client
// count: CLOSED 1

/**
 * Two sessions of one context. The second one is resumed. The first is closed, the second dropped.
 */
public final class EngineResumed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage, true));
        Stage.awaitCollected(session(stage, false));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage, boolean close) throws IOException {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        if (close) {
            engine.closeOutbound();
            link.flush();
        }
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

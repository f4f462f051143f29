package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** Delegated tasks run on another thread than wrap and unwrap. The engine is closed. */
public final class EngineTasksElsewhereClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine).tasksElsewhere().ping();
        engine.closeOutbound();
        link.flush();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing
// expect: LOST leak SSLEngine client

/** Delegated tasks run on another thread than wrap and unwrap. The engine is dropped. */
public final class EngineTasksElsewhereDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        stage.connect(engine).tasksElsewhere().ping();
        return new WeakReference<>(engine);
    }
}

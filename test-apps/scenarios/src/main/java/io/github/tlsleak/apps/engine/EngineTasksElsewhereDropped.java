package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing
// expect: LOST leak SSLEngine client

/** Delegated tasks run on another thread than wrap and unwrap; the engine is then dropped. */
public final class EngineTasksElsewhereDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        app.connect(engine).tasksElsewhere().ping();
        return new WeakReference<>(engine);
    }
}

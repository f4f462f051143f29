package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** Delegated tasks run on another thread than wrap and unwrap; the engine is then closed. */
public final class EngineTasksElsewhereClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        EngineLink link = app.connect(engine).tasksElsewhere().ping();
        engine.closeOutbound();
        link.flush();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: none
// expect: none
// count: UNUSED 1

/** Created and never used: counted only. Many libraries probe for protocols like that. */
public final class EngineUnused {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        return new WeakReference<>(engine);
    }
}

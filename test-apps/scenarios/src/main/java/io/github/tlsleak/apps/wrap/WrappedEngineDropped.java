package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing
// expect: LOST leak SSLEngine client
// class: io.github.tlsleak.apps.wrap.DelegatingEngine

/** The program wraps the engine of the provider: one session, one report, under the outer class. */
public final class WrappedEngineDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine =
                new DelegatingEngine(app.context().createSSLEngine(app.host(), app.port()));
        app.connect(engine).ping();
        return new WeakReference<>(engine);
    }
}

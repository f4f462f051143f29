package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: none
// expect: none

/** closeOutbound() before any handshake: there is no session, and no close_notify to be missed. */
public final class EngineClosedBeforeHandshake {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        engine.closeOutbound();
        return new WeakReference<>(engine);
    }
}

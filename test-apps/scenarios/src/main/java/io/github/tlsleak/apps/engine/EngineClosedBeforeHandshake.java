package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: none
// expect: none

/** closeOutbound() before any handshake: there is no session, so no close_notify is missing. */
public final class EngineClosedBeforeHandshake {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        engine.closeOutbound();
        return new WeakReference<>(engine);
    }
}

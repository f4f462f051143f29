package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: none
// expect: none
// count: UNUSED 1

/** Created and never used: counted only. Many libraries make such engines to ask for protocols. */
public final class EngineUnused {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        return new WeakReference<>(engine);
    }
}

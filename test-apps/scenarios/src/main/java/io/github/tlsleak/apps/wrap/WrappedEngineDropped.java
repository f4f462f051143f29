package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing
// expect: LOST leak SSLEngine client
// class: io.github.tlsleak.apps.wrap.DelegatingEngine

/** The program wraps the provider's engine: one session and one finding, under the outer class. */
public final class WrappedEngineDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine =
                new DelegatingEngine(stage.context().createSSLEngine(stage.host(), stage.port()));
        stage.connect(engine).ping();
        return new WeakReference<>(engine);
    }
}

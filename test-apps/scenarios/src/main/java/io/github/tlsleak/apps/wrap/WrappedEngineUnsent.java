package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: eof
// expect: UNSENT defect SSLEngine client
// class: io.github.tlsleak.apps.wrap.DelegatingEngine

/** A wrapped engine is closed outbound and never wrapped again. */
public final class WrappedEngineUnsent {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine =
                new DelegatingEngine(stage.context().createSSLEngine(stage.host(), stage.port()));
        EngineLink link = stage.connect(engine).ping();
        engine.closeOutbound();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: eof
// expect: UNSENT defect SSLEngine client
// class: io.github.tlsleak.apps.wrap.DelegatingEngine

/** A wrapped engine is told to close and never wrapped again. */
public final class WrappedEngineUnsent {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine =
                new DelegatingEngine(app.context().createSSLEngine(app.host(), app.port()));
        EngineLink link = app.connect(engine).ping();
        engine.closeOutbound();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

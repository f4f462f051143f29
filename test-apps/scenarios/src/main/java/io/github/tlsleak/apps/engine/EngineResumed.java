package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: close_notify eof
// expect: UNDERCUT defect SSLEngine client
// count: CLOSED 1

/** Two sessions of one context, the second resumed: the first is closed, the second dropped. */
public final class EngineResumed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app, true));
        App.awaitCollected(session(app, false));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app, boolean close) throws IOException {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        EngineLink link = app.connect(engine).ping();
        if (close) {
            engine.closeOutbound();
            link.flush();
        }
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

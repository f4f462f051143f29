package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server close_notify
// saw: close_notify
// expect: none
// count: CLOSED 1

/** The peer says close_notify, the program closes and wraps. */
public final class EnginePeerClosedClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        EngineLink link = app.connect(engine).ping();
        if (link.receive() != null) {
            throw new IllegalStateException("only the close_notify is expected");
        }
        engine.closeOutbound();
        link.flush();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

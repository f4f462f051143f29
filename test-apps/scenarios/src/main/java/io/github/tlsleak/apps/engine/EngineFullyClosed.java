package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** The complete way: own close_notify, then the one of the peer, then closeInbound(). */
public final class EngineFullyClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        EngineLink link = app.connect(engine).ping();
        engine.closeOutbound();
        link.flush();
        if (link.receive() != null) {
            throw new IllegalStateException("only the close_notify is expected");
        }
        engine.closeInbound();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

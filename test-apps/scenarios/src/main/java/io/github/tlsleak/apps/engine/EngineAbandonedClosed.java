package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server stall
// saw: eof
// expect: none
// count: FAILED 1

/** The ClientHello is sent, no answer comes, the program closes the channel: that is an end. */
public final class EngineAbandonedClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        EngineLink link = app.connect(engine);
        engine.beginHandshake();
        link.flush();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

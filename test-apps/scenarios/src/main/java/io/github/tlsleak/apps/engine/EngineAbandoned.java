package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server stall
// saw: nothing
// expect: ABANDONED leak SSLEngine client

/**
 * The ClientHello is sent, no answer comes, engine and channel are dropped: a SocketChannel has no
 * cleaner, so its descriptor stays open until the JVM ends, and the peer waits.
 */
public final class EngineAbandoned {
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
        return new WeakReference<>(engine);
    }
}

package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: nothing
// expect: LOST leak SSLEngine client

/**
 * Engine and channel are both forgotten. A SocketChannel has no cleaner: its descriptor stays open
 * until the process ends, and the peer waits for ever.
 */
public final class EngineAndChannelDropped {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        EngineLink link = app.connect(engine).ping();
        return new WeakReference<>(engine);
    }
}

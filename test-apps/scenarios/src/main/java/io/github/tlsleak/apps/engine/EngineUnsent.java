package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: eof
// expect: UNSENT defect SSLEngine client

/**
 * closeOutbound() only queues the close_notify; without a further wrap() it is never produced and
 * the peer sees a bare end of the stream.
 */
public final class EngineUnsent {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        EngineLink link = app.connect(engine).ping();
        engine.closeOutbound();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

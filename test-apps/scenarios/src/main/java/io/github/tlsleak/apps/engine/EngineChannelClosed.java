package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: eof
// expect: UNDERCUT defect SSLEngine client

/**
 * The program closes the channel and forgets the engine, the commonest mistake with engines: the
 * descriptor is free, the peer is left without a close_notify.
 */
public final class EngineChannelClosed {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        EngineLink link = app.connect(engine).ping();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

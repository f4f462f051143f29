package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

// peer: server fail
// saw: eof
// expect: none
// count: FAILED 1

/** The peer answers with the fatal alert handshake_failure. */
public final class EngineHandshakeRefused {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        EngineLink link = app.connect(engine);
        try {
            link.handshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            link.flush();
        }
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.io.EOFException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

// peer: server fin
// saw: eof
// expect: none
// count: CUT 1

/**
 * The peer ends TCP without close_notify: closeInbound() complains of a possible truncation,
 * closeOutbound() comes without a wrap. Netty does the same when a channel goes inactive.
 */
public final class EnginePeerFin {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLEngine> session(App app) throws Exception {
        SSLEngine engine = app.context().createSSLEngine(app.host(), app.port());
        EngineLink link = app.connect(engine).ping();
        try {
            link.receive();
            throw new IllegalStateException("the peer must end the stream");
        } catch (EOFException end) {
            closeBoth(engine);
        }
        link.channel().close();
        return new WeakReference<>(engine);
    }

    private static void closeBoth(SSLEngine engine) {
        try {
            engine.closeInbound();
            throw new IllegalStateException("closeInbound must complain");
        } catch (SSLException e) {
            engine.closeOutbound();
        }
    }
}

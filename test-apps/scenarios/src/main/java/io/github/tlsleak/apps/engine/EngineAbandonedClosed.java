package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: server stall
// saw: eof
// expect: none
// count: FAILED 1

/**
 * The ClientHello is sent and no answer comes. The program closes the channel, which ends the
 * session.
 */
public final class EngineAbandonedClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine);
        engine.beginHandshake();
        link.flush();
        link.channel().close();
        return new WeakReference<>(engine);
    }
}

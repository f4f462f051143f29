package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
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
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine);
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

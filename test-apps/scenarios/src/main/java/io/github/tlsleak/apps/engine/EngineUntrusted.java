package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

// peer: server await
// saw: fatal
// expect: none
// count: FAILED 1

/** The certificate is not trusted. The engine throws, and then wraps its fatal alert. */
public final class EngineUntrusted {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = untrusting().createSSLEngine(stage.host(), stage.port());
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

    private static SSLContext untrusting() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        return context;
    }
}

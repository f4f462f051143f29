package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

// peer: server fail
// tls: 1.3
// options: stuck=1s
// saw: any
// expect: FAILED defect SSLEngine client

/** The handshake of an engine fails, and its channel stays open. */
public final class FailedEngineHeld {
    private FailedEngineHeld() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLEngine engine = Held.on(stage.context().createSSLEngine(stage.host(), stage.port()));
        EngineLink link = Held.on(stage.connect(engine));
        try {
            link.handshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            Stage.done();
        }
    }
}

package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLEngine;

// peer: server stall
// tls: 1.3
// options: stuck=1s
// saw: any
// expect: STUCK defect SSLEngine client

/** The engine has sent its ClientHello over a channel, and no answer comes. */
public final class StuckEngine {
    private StuckEngine() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLEngine engine = Held.on(stage.context().createSSLEngine(stage.host(), stage.port()));
        EngineLink link = Held.on(stage.connect(engine));
        engine.beginHandshake();
        link.flush();
        Stage.done();
    }
}

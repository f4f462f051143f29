package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import io.github.tlsleak.apps.support.EngineLink;
import javax.net.ssl.SSLEngine;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** closeOutbound(), wrap, the peer's answer, closeInbound(). */
public final class Closed implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        SSLEngine engine = stage.provider().engine(true, stage.host(), stage.port());
        EngineLink link = stage.link(engine).ping();
        End.inOrder(link);
        stage.done(engine);
    }
}

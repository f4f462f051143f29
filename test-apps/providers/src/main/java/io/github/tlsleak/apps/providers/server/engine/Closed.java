package io.github.tlsleak.apps.providers.server.engine;

import io.github.tlsleak.apps.providers.Situation;
import io.github.tlsleak.apps.providers.Stage;
import io.github.tlsleak.apps.providers.engine.End;
import io.github.tlsleak.apps.support.EngineLink;
import javax.net.ssl.SSLEngine;

// peer: client await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** closeOutbound(), wrap, the client's answer, closeInbound(). */
public final class Closed implements Situation {

    @Override
    public void play(Stage stage) throws Exception {
        SSLEngine engine = stage.provider().serverEngine();
        EngineLink link = stage.accept(engine).pong();
        End.inOrder(link);
        stage.done(engine);
    }
}
